// The report counts characters as people do; the editor counts what JavaScript stores. They differ behind an emoji.

/** A function from code points of a text to its UTF-16 offsets; asked in any order. */
export function toUtf16(text: string): (point: number) => number {
  const wide: number[] = []; // the code points that take two
  let points = 0;
  for (let index = 0; index < text.length; index++, points++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit < 0xdc00 && index + 1 < text.length) {
      const next = text.charCodeAt(index + 1);
      if (next >= 0xdc00 && next < 0xe000) {
        wide.push(points);
        index++;
      }
    }
  }
  if (!wide.length) return (point) => point;
  return (point) => {
    let low = 0;
    let high = wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle] as number) < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  };
}
