import type { State } from "../../measure/measurement.ts";
import { isTold } from "../build-report.ts";
import type { ReportedPoint } from "../coverage-report.ts";
import { html, type Markup } from "./html.ts";

/** Of one square of 7, with the gap to the next. */
const PITCH = 9;

/** What a point looks like: its state, apart from what only made-up responses have shown. */
type Look = State | "told";

const LOOKS: readonly Look[] = ["covered", "told", "observed", "missing", "unreachable"];

export function lookOf(point: ReportedPoint): Look {
  return isTold(point) ? "told" : point.state;
}

/** By shape as well as by colour: whole, half, hollow, and small. */
const SHAPES: Readonly<Record<Look, string>> = {
  covered: "h7v7h-7z",
  told: "h7v7h-7z",
  observed: "v7h7z",
  missing: "h7v7h-7zm2 2v3h3v-3z",
  unreachable: "m2 2h3v3h-3z",
};

interface Shape {
  /** No fewer rows than this, where there are so many points. */
  readonly rows: number;
  /** As many columns as fit where it is shown; more points take more rows. */
  readonly columns: number;
}

/** One square for each point, column by column: a picture of what is covered, which looks the same after every run. */
export function fingerprint(points: readonly ReportedPoint[], shape: Shape): Markup {
  const rows = Math.max(shape.rows, Math.ceil(points.length / shape.columns));
  const columns = Math.ceil(points.length / rows);
  const paths = LOOKS.map((look) => {
    const squares = points.flatMap((point, index) => {
      if (lookOf(point) !== look) return [];
      const [x, y] = [Math.floor(index / rows) * PITCH, (index % rows) * PITCH];
      return `M${x} ${y}${SHAPES[look]}`;
    });
    return squares.length > 0 && html`<path class="${look}" d="${squares.join("")}"/>`;
  });
  const [width, height] = [columns * PITCH - 2, Math.min(rows, points.length) * PITCH - 2];
  return html`<svg class="fingerprint" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">${paths}</svg>`;
}
