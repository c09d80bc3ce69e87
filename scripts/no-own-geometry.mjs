/** ESLint rule: outside src/geometry nobody computes what turf computes. What it looks for is listed in `messages`. */

/**
 * Radii and girths of the earth that are in use: GRS80's axes, the mean sphere, web Mercator's world; kilometres of
 * them, and how long a degree is, as people write it.
 */
const sizesOfTheEarth = [
  6378.137, 6371.0088, 6371, 111195, 111.195, 111320, 111.32, 111319.49, 111319.49079327358, 110574, 110.574,
  111111, 6378137, 6356752.314140356, 6356752.314245179, 6371008.8, 6371008.7714, 6371000, 40075016.686,
  40075016.68557849, 20037508.34, 20037508.342789244,
];
const loops = new Set([
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
]);
const walks = new Set(['forEach', 'map', 'reduce', 'some', 'every', 'filter', 'flatMap', 'find']);

/** Whether a node runs again and again: in a loop, or in what is handed to forEach and its like. */
function isRepeated(node) {
  for (let at = node; at.parent; at = at.parent) {
    if (loops.has(at.parent.type)) return true;
    const called =
      at.parent.type === 'CallExpression' && at.parent.arguments.includes(at) && at.parent.callee;
    if (called && walks.has(called.property?.name)) return true;
  }
  return false;
}

const isConstant = (node, value) => node.type === 'Literal' && node.value === value;
const isBinary = (node, operator) => node.type === 'BinaryExpression' && node.operator === operator;
const inner = (node) => (/^TS(As|NonNull|Satisfies)/.test(node.type) ? inner(node.expression) : node);

export const noOwnGeometry = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      evenOdd: 'An even–odd test of one’s own: ask geometryContains of src/geometry/contains.ts.',
      squares:
        'A distance from squares: ask distanceMeters of src/geometry/measure.ts, or planeDistanceMeters.',
      shoelace:
        'An area or a side from crossed products: ask areaSquareMeters of src/geometry/length-area.ts.',
      earth: 'The size of the earth belongs to src/geometry: sphere.ts, ellipsoid.ts, web-mercator.ts.',
    },
  },
  create(context) {
    const textOf = (node) => context.sourceCode.getText(inner(node));
    const isSquare = (node) => {
      const at = inner(node);
      if (isBinary(at, '**')) return textOf(at.right) === '2';
      if (at.type === 'CallExpression' && textOf(at.callee) === 'Math.pow')
        return textOf(at.arguments[1]) === '2';
      if (!isBinary(at, '*')) return false;
      return textOf(at.left) === textOf(at.right) || isSquare(at.left) || isSquare(at.right);
    };
    const termsOf = (node) => {
      const at = inner(node);
      return isBinary(at, '+') ? [...termsOf(at.left), ...termsOf(at.right)] : [at];
    };
    const isFigure = (node) => inner(node).type !== 'Literal';
    const factorsOf = (node) => {
      const at = inner(node);
      return isBinary(at, '*') ? [at.left, at.right] : null;
    };
    /** 1 for a figure out of an array, as the coordinates of a corner are. */
    const factorsIn = (node) => (inner(node).type === 'MemberExpression' && inner(node).computed ? 1 : 0);
    /** a·b − c·d of four different things: a determinant. */
    const isCrossed = (node) => {
      // In `sum + a·b − c·d` the last term of the sum is meant.
      const left = termsOf(node.left).at(-1);
      const factors = [...(factorsOf(left) ?? []), ...(factorsOf(node.right) ?? [])];
      return factors.length === 4 && factors.every(isFigure) && new Set(factors.map(textOf)).size === 4;
    };
    /** (a − b) · (c + d) of four different things: one strip under an edge. */
    const isStrip = (node) => {
      const [difference, sum] = isBinary(inner(node.left), '-')
        ? [node.left, node.right]
        : [node.right, node.left];
      if (!isBinary(inner(difference), '-') || !isBinary(inner(sum), '+')) return false;
      const parts = [inner(difference), inner(sum)].flatMap(({ left, right }) => [left, right]);
      return parts.every(isFigure) && new Set(parts.map(textOf)).size === 4;
    };
    return {
      AssignmentExpression(node) {
        const { right, operator } = node;
        const is = (other) => other && textOf(other) === textOf(node.left);
        const toggled =
          (right.type === 'UnaryExpression' && right.operator === '!' && is(right.argument)) ||
          // n = 1 - n, inside = inside === false, inside = inside ? false : true
          (isBinary(right, '-') && isConstant(right.left, 1) && is(right.right)) ||
          (isBinary(right, '===') && isConstant(right.right, false) && is(right.left)) ||
          (right.type === 'ConditionalExpression' && isConstant(right.consequent, false) && is(right.test));
        if (!isRepeated(node)) return;
        if (toggled || operator === '^=') context.report({ node, messageId: 'evenOdd' });
        if (operator === '+=' && isSquare(right)) context.report({ node, messageId: 'squares' });
        if (operator === '-=' && factorsOf(right)?.every((factor) => factorsIn(factor) === 1))
          context.report({ node, messageId: 'shoelace' });
      },
      BinaryExpression(node) {
        const whole = !(node.parent.type === 'BinaryExpression' && node.parent.operator === node.operator);
        if (node.operator === '**' && textOf(node.right) === '0.5')
          context.report({ node, messageId: 'squares' });
        if (node.operator === '+' && whole && termsOf(node).filter(isSquare).length > 1)
          context.report({ node, messageId: 'squares' });
        if ((node.operator === '-' && isCrossed(node)) || (node.operator === '*' && isStrip(node)))
          context.report({ node, messageId: 'shoelace' });
      },
      CallExpression(node) {
        // Squares that were given names first.
        const [sum] = node.arguments;
        if (textOf(node.callee) === 'Math.sqrt' && sum && termsOf(sum).filter(isFigure).length > 1)
          if (termsOf(sum).filter(isSquare).length < 2) context.report({ node, messageId: 'squares' });
      },
      Literal(node) {
        if (sizesOfTheEarth.includes(node.value)) context.report({ node, messageId: 'earth' });
      },
    };
  },
};
