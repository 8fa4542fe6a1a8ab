// Lengths that the server takes (simulator/services/acting.py, proposing.py).

export const LONGEST_NOTE = 2_000;
export const LONGEST_TITLE = 120;
export const LONGEST_ARTICLE = 1_200;
