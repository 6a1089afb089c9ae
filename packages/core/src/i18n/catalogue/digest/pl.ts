import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "digest.subject.owed":
    "{n, plural, one {# formularz czeka} few {# formularze czekają} many {# formularzy czeka} other {# formularza czeka}} na odpowiedź",
  "digest.subject.news": "przegląd",
  "digest.heading": "Przegląd",
  "digest.lead.owed":
    "Czekamy na {n, plural, =1 {odpowiedź {by}} one {# odpowiedź, na pierwszą {by}} few {# odpowiedzi, na pierwszą {by}} many {# odpowiedzi, na pierwszą {by}} other {# odpowiedzi, na pierwszą {by}}}.",
  "digest.lead.news": "Nic nie czeka na odpowiedź.",
  "digest.asks": "Czeka na odpowiedź",
  "digest.coming": "Wkrótce",
  "digest.decided": "Postanowiono",
  "digest.desk": "Dla koordynatorów",
  "digest.annulled": "Wynik unieważniono.",
  "digest.desk.parked": "Zatrzymano {since}; czeka na działanie koordynatora.",
  "digest.desk.answered": "{form}: odpowiedzi {answered} z {asked}, otwarte {by}.",
  "digest.desk.undelivered": "Niedoręczone wiadomości: {n}.",
  "digest.why": "Przegląd dostają osoby należące do sieci.",
  "digest.settings.note": "Jak często przychodzi",
  "digest.settings.title": "Przegląd",
  "digest.settings.lead":
    "Przegląd mówi, co czeka na odpowiedź, co nastąpi wkrótce i co postanowiono we wszystkich sieciach.",
  "digest.settings.frequency": "Jak często",
  "digest.frequency.weekly": "Co tydzień, w poniedziałek rano",
  "digest.frequency.fortnightly": "Co dwa tygodnie, w poniedziałek rano",
  "digest.frequency.monthly": "Co miesiąc, w pierwszy poniedziałek rano",
  "digest.frequency.off": "Rezygnuję z przeglądu",
  "digest.settings.locale": "Język wszystkich wiadomości",
  "digest.settings.button": "Zapisz",
  "digest.settings.done": "Zapisano.",
  "digest.settings.next": "Następny przegląd",
  "digest.settings.stays": "Wiadomości z prośbą o odpowiedź przychodzą bez względu na ten wybór.",
  "digest.off.title": "Przegląd nie będzie już przychodził.",
};
