// Lengths that the server takes (simulator/services/acting.py).

export const LONGEST_NOTE = 2_000;
