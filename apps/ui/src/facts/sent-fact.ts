/** The catalogue's name of a fact that was sent along; a vendor's own name stays as it is. */
export function nameOfFact(name: string, names: Readonly<Record<string, string>>): string {
  return names[name.toLowerCase()] ?? name;
}
