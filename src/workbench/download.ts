/** Hands a file to the reader. Nothing is sent anywhere: the address is one of this page's memory. */
export function download(name: string, content: Uint8Array | string, mime: string): void {
  const parts: BlobPart[] = [typeof content === 'string' ? content : new Uint8Array(content)];
  const address = URL.createObjectURL(new Blob(parts, { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file over when the click has been handled; some do it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
