import { html, type Markup } from "./html.ts";

/** How to read the page, for somebody who has never seen one. */
export function readingSection(): Markup {
  return html`
<section class="reading" aria-labelledby="reading">
  <h2 id="reading">How to read this</h2>
  <dl>
    <dt>A point</dt><dd>is one thing that a document says and that an exchange can show to be so: a value of an enumeration, a text at its longest, one character more, a field that is null. Points are found in the documents; nobody lists them.</dd>
    <dt>Covered</dt><dd>means shown by what went over the wire, whoever sent it and what for. What is <b>allowed</b> was accepted, in a request that was right in every way; or seen, in an answer that was. What is <b class="struck">forbidden</b> was refused, or noticed in an answer, when nothing else was wrong that could have been the reason.</dd>
    <dt>Observed</dt><dd>means that it happened and proves nothing: a forbidden value that was let through, an allowed one in a request that was wrong elsewhere.</dd>
    <dt>Striped</dt><dd>means that no server has answered so. The suite made the answer up, and neither Prism nor the validators objected. Ask whether the API ever does this, and whether the document should say it.</dd>
    <dt>Cannot be reached</dt><dd>means that the wire has no way of saying it. In a form, the number 7 is the text 7. Such points are not counted.</dd>
  </dl>
  <ul class="keys">
    <li><kbd>/</kbd> search</li>
    <li><kbd>n</kbd> <kbd>p</kbd> next and previous gap</li>
    <li><kbd>←</kbd> <kbd>→</kbd> from point to point</li>
    <li><kbd>Esc</kbd> close, clear</li>
    <li><kbd>t</kbd> theme</li>
  </ul>
</section>`;
}
