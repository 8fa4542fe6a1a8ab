// What the desk says of the queue and of reading a thread; part of strings.js.

export const QUEUE_STRINGS = {
  de: {
    "left.escalated": "weitergegeben",
  },
  en: {
    "left.escalated": "handed over",
  },
};
