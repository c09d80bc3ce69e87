import type { Drawing } from './drawing.js';
import { DxfWriter } from './dxf-writer.js';

/**
 * Drawings as DXF in millimetres on paper, one beside the next. Printed 1:1 it has its true scale.
 * Pictures are left out.
 */
export function toDxf(drawings: readonly Drawing[], comment: string): Uint8Array {
  const writer = new DxfWriter(comment);
  let offset = 0;
  for (const drawing of drawings) {
    for (const item of drawing.items) {
      if (item.kind === 'text')
        writer.text(
          item.layer,
          [item.at[0] + offset, item.at[1]],
          item.text,
          item.heightMillimeters * 0.72,
          item,
        );
      else if (item.kind === 'line')
        writer.polyline(
          item.layer,
          item.points.map(([x, y]) => [x + offset, y]),
          item.closed ?? false,
          item.dash ? 'DASHED' : 'CONTINUOUS',
        );
    }
    offset += drawing.widthMillimeters + 20;
  }
  return writer.bytes();
}
