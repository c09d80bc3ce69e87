/** Key of a town inside this city: a name alone is not unique (飯倉一丁目 is in 城南区, 飯倉二丁目 in 早良区). */
export function townId({ ward, name }: { ward: string; name: string }): string {
  return `${ward}/${name}`;
}
