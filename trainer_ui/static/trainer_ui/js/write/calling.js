// The sentence that offers a call, in the scenario's language and the brand's form of address: a beginning, to be written on.

const OFFERS = {
  de: { du: "Ich rufe dich um {time} Uhr an.", sie: "Ich rufe Sie um {time} Uhr an." },
  en: { du: "I will call you at {time}.", sie: "I will call you at {time}." },
};

// `time`: "18:30", as a time field has it.
export function offerCall(time, { language, brand }) {
  const offers = OFFERS[language] ?? OFFERS.en;
  return (offers[brand?.address] ?? offers.sie).replace("{time}", time.replace(/^0/u, ""));
}
