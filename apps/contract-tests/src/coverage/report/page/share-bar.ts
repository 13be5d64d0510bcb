import { html, type Markup } from "./html.ts";

/** How much of something there is, as a bar. Every browser draws it alike, which cannot be said of `<meter>`. */
export function shareBar(
  share: number,
  { of: whole, floor = 0 }: { readonly of: number; readonly floor?: number },
): Markup {
  const percent = whole === 0 ? 100 : (100 * share) / whole;
  const text = `${share} of ${whole}`;
  return html`<svg class="share-bar${percent < floor && " short"}" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label="${text}"><rect width="${percent}" height="1"/></svg>`;
}
