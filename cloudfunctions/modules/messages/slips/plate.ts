import { Pdf, paper } from './pdf';
import type { Picture } from './picture';

/** A building's code to hang up by its door. */
export interface Plate {
  readonly communityName: string;
  /** 3栋 */
  readonly building: string;
  readonly servicePhone?: string;
  readonly code: Picture;
}

const codeSide = 300;

/** One sheet of A4: the building, its code, what it is for. */
export function printPlate({ communityName, building, servicePhone, code }: Plate): Buffer {
  const pdf = new Pdf();
  pdf.addPage();
  const centre = paper.width / 2;
  const words = { size: 14, align: 'centre' as const };
  pdf.text(centre, paper.height - 130, communityName, { ...words, size: 22 });
  pdf.text(centre, paper.height - 200, building, { size: 48, isBold: true, align: 'centre' });
  const y = paper.height - 250 - codeSide;
  pdf.picture(code, { x: centre - codeSide / 2, y }, codeSide);
  pdf.text(centre, y - 40, '员工到场扫码签到', words);
  pdf.text(centre, y - 64, '住户微信扫码，报修缴费', words);
  if (servicePhone !== undefined) pdf.text(centre, y - 100, `服务电话 ${servicePhone}`, words);
  return pdf.bytes();
}
