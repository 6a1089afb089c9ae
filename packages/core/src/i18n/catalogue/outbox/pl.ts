import type { en } from "./en.ts";

export const pl: Record<keyof typeof en, string> = {
  "outbox.title": "Niewysłane wiadomości",
  "outbox.complaints": "Oznaczone jako spam",
  "outbox.complaints.follows":
    "Te osoby oznaczyły naszą wiadomość jako spam. Nie dostają już przeglądu. Prośby o odpowiedź i wiadomości o nich są nadal wysyłane, ale mogą pozostać nieprzeczytane: warto skontaktować się w inny sposób.",
  "outbox.lead": "Każdą prosimy wysłać ponownie albo odnotować, dlaczego nie będzie wysłana.",
  "outbox.none": "Wszystkie wiadomości wysłano.",
  "outbox.task":
    "{n, plural, one {Nie wysłano # wiadomości} few {Nie wysłano # wiadomości} many {Nie wysłano # wiadomości} other {Nie wysłano # wiadomości}}",
  "outbox.letter": "Wiadomość",
  "outbox.written": "Napisano: {when}",
  "outbox.why.unknown": "Podczas wysyłania przerwało się połączenie. Wiadomość mogła mimo to dotrzeć.",
  "outbox.why.late": "Usługa pocztowa nie przyjęła jej w ciągu 20 godzin.",
  "outbox.why.quota": "Usługa pocztowa na razie nie przyjmuje więcej wiadomości: osiągnięto jej limit.",
  "outbox.why.broken": "Nie udało się przygotować wiadomości. Błąd zapisano w dzienniku systemu.",
  "outbox.why.refused": "Usługa pocztowa ją odrzuciła. Prosimy sprawdzić adres.",
  "outbox.again": "Wyślij ponownie",
  "outbox.process": "Otwórz stronę i wyślij nowy link",
  "outbox.giveUp": "Nie wysyłaj więcej",
  "outbox.reason.hint": "Od 10 do 500 znaków. Zostaje przy wiadomości.",
  "outbox.delivery": "Jak dotarły wiadomości",
  "outbox.delivery.lead": "Liczone są wiadomości i przypomnienia z prośbą o odpowiedź.",
  "outbox.delivery.waiting": "czeka na wysłanie",
  "outbox.delivery.sent": "wysłano, doręczenie jeszcze niepotwierdzone",
  "outbox.delivery.delivered": "doręczono",
  "outbox.delivery.bounced": "niedoręczone",
  "outbox.delivery.complained": "oznaczono jako spam",
  "outbox.delivery.unsent": "nie wysłano",
};
