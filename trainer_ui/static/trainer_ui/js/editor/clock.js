// Moments of the server’s, as people here read them.

export function formatTime(iso) {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}
