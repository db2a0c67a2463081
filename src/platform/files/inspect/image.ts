/** Images are decoded and written anew: what was hidden behind or inside the picture, and where it was taken, stays behind. */
import sharp from 'sharp';
import { refuse, type Inspected } from './outcome.ts';

/** Of a decoded picture; a small file can unfold to far more. */
const MAX_PIXELS = 50_000_000;

export async function inspectImage(kind: 'png' | 'jpeg', bytes: Uint8Array): Promise<Inspected> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false });
  try {
    const { width, height } = await image.metadata();
    if (width * height > MAX_PIXELS) return refuse('file-image-size');
    const upright = image.autoOrient();
    const written = await (kind === 'png' ? upright.png({ compressionLevel: 9 }) : upright.jpeg({ quality: 90, mozjpeg: true })).toBuffer();
    return { ok: true, kind, bytes: written };
  } catch (error) {
    return refuse(/pixel limit/i.test(String(error)) ? 'file-image-size' : 'file-broken');
  }
}
