// Text whose addresses may break where a person would break them; what is copied stays as it was.

import { html } from "../../vendor/lit.js";
import { cutAddresses } from "../texts/addresses.js";

export function drawBreakable(text) {
  return cutAddresses(text).map((piece, index) => (index ? html`<wbr>${piece}` : piece));
}
