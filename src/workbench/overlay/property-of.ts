/** A feature's own value under a name of somebody's file; a feature without a column `toString` has a method of that name. */
export function propertyOf<Value>(
  properties: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}
