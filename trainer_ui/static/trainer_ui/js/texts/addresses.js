// Where web and mail addresses may break: after a slash or an at sign, before a dot within a word. -> pieces, in order.
export function cutAddresses(text) {
  return text.split(/(?<=\p{L}[/@])(?=[\p{L}\p{N}])|(?<=\p{L})(?=\.\p{L}{2})/u);
}
