/** Bytes of a base64 text. */
export function bytes(text: string): Uint8Array {
  const plain = atob(text);
  const out = new Uint8Array(plain.length);
  for (let i = 0; i < plain.length; i++) out[i] = plain.charCodeAt(i);
  return out;
}

/** Little-endian numbers of a base64 text, whatever the machine's own order. */
export function numbers(text: string, type: 'u16' | 'i32' | 'f32'): Float64Array {
  const raw = bytes(text);
  const view = new DataView(raw.buffer);
  const wide = type === 'u16' ? 2 : 4;
  const out = new Float64Array(raw.length / wide);
  for (let i = 0; i < out.length; i++) {
    out[i] = type === 'u16' ? view.getUint16(i * 2, true) : type === 'i32' ? view.getInt32(i * 4, true) : view.getFloat32(i * 4, true);
  }
  return out;
}
