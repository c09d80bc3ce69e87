/** The part that draws. The build of the element puts checked-parts.ts in this one's place. */
export const openDrawing = () => import('./draw-element.js');
