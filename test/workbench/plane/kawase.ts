/**
 * Gauss–Krüger by Kawase's series (国土地理院時報 121, 2011), the formula behind the national calculation pages.
 * Written from the paper as an oracle, term by term and without looking at proj4.
 */
const a = 6378137;
const flattening = 1 / 298.257222101;
const scale = 0.9999;
const n = flattening / (2 - flattening);
const radians = Math.PI / 180;

const meridian = [
  1 + n ** 2 / 4 + n ** 4 / 64,
  -1.5 * (n - n ** 3 / 8 - n ** 5 / 64),
  (15 / 16) * (n ** 2 - n ** 4 / 4),
  -(35 / 48) * (n ** 3 - (5 / 16) * n ** 5),
  (315 / 512) * n ** 4,
  -(693 / 1280) * n ** 5,
];
const alpha = [
  0,
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4 - (127 / 288) * n ** 5,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4 + (281 / 630) * n ** 5,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4 + (15061 / 26880) * n ** 5,
  (49561 / 161280) * n ** 4 - (179 / 168) * n ** 5,
  (34729 / 80640) * n ** 5,
];

export function kawase(
  latitude: number,
  longitude: number,
  origin: { latitude: number; longitude: number },
): { x: number; y: number } {
  const phi = latitude * radians;
  const lambda = (longitude - origin.longitude) * radians;
  const root = (2 * Math.sqrt(n)) / (1 + n);
  const t = Math.sinh(Math.atanh(Math.sin(phi)) - root * Math.atanh(root * Math.sin(phi)));
  const xi = Math.atan(t / Math.cos(lambda));
  const eta = Math.atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
  const factor = ((scale * a) / (1 + n)) * meridian[0]!;
  let arc = meridian[0]! * origin.latitude * radians;
  for (let j = 1; j <= 5; j++) arc += meridian[j]! * Math.sin(2 * j * origin.latitude * radians);
  let x = xi;
  let y = eta;
  for (let j = 1; j <= 5; j++) {
    x += alpha[j]! * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
    y += alpha[j]! * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
  }
  return { x: factor * x - ((scale * a) / (1 + n)) * arc, y: factor * y };
}
