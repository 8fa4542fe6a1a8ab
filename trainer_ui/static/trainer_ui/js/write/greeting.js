// Who is greeted belongs to one case, and not into what is kept of it for others.

const HELLO = "guten\\s+(?:morgen|tag|abend)|hallo|hi|hey|moin|servus|liebe[rs]?|sehr\\s+geehrte[rs]?|good\\s+(?:morning|afternoon|evening)|hello|dear";
const NAMES = "(?:\\s+[\\p{L}@][\\p{L}\\p{N}_.'’-]*){0,4}";
const GREETING = new RegExp(`^\\s*(?:@\\S+\\s+)?(?:(?:${HELLO})(?:,(?=\\s+(?:frau|herr|mrs?|ms|dr)\\b))?${NAMES}\\s*[,!\\n]\\s*)?`, "iu");

// The text without the greeting it begins with; as it is where it is nothing else.
export function dropGreeting(text) {
  const [greeting] = GREETING.exec(text);
  const rest = text.slice(greeting.length);
  return greeting.trim() && rest ? rest[0].toLocaleUpperCase() + rest.slice(1) : text;
}
