/** Przygotowanie wyborów: o co pyta każda część strony i co z tego wynika. */
export const pl = {
  "opening.vote.another": "Głosowanie {n}, jeśli jest",
  "opening.vote.office": "Funkcja, liczba miejsc i kadencja",
  "opening.vote.seats": "Liczba miejsc i sposób głosowania",
  "opening.nominations.wanted": "Przed głosowaniem członkowie zgłaszają kandydatury w odpowiedzi na wiadomość",
  "opening.nominations.letter":
    "Bez posiedzenia nie można zgłosić nikogo na miejscu: przy wyborach na funkcję jest to potrzebne.",
  "opening.nominations.needed": "Zaznacz: bez posiedzenia kandydatury zgłasza się w odpowiedzi na wiadomość",
  "opening.declarers.one": "Według zasad sieci wystarczy jedna osoba, a protokół o tym mówi.",
  "opening.rules.network": "Obowiązują zasady sieci. Wybory już rozpoczęte zachowują swoje.",
  "opening.rules.other": "Inne zasady dla tych wyborów",
  "opening.letters.by": "Członkowie głosują do",
  "opening.deadlines.other": "Pozostałe terminy, już zaproponowane",
  "opening.next.session":
    "Po naciśnięciu przycisku ustala się lista uprawnionych do głosowania, a wybory toczą się dalej same. Wiadomości wychodzą dopiero wtedy, gdy jest na co odpowiedzieć.",
  "opening.next.letter":
    "Po naciśnięciu przycisku ustala się lista uprawnionych do głosowania i od razu wychodzą pierwsze wiadomości.",
  "opening.try.hint":
    "Próbna jest pierwsza wiadomość tych wyborów. Przychodzi tylko na własny adres i niczego nie rozpoczyna.",
  "opening.try.sent": "Próbną wiadomość wysłano. Wyborów jeszcze nie rozpoczęto.",
  "opening.try.nobody":
    "Przed posiedzeniem nikt nie dostaje wiadomości, więc nie ma jeszcze czego wypróbować. Wszystkie wiadomości pokazuje próba całych wyborów.",
};
