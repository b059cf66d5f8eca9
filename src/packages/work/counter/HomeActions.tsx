import { Card, Refusal, Row } from '@/components';
import { useChange } from '@/hooks/useChange';
import { openFile } from '@/services/device';
import { open, pages } from '@/services/routes';
import { useDuties } from '../useDuties';

export interface HomeActionsProps {
  readonly communityId: string;
  readonly homeId: string;
  readonly onVoucher: () => void;
}

/** What else is done for a home that stands at the counter. */
export function HomeActions({ communityId, homeId, onVoucher }: HomeActionsProps) {
  const printing = useChange('messages.printSlips');
  const coding = useChange('messages.printBuildingCode');
  const isFinance = useDuties(communityId).includes('finance');
  const print = async () => {
    const sheet = await printing.run({ communityId, homeIds: [homeId] });
    if (sheet) await openFile(sheet.link, 'pdf');
  };
  const printCode = async () => {
    const sheet = await coding.run({ homeId });
    if (sheet) await openFile(sheet.link, 'pdf');
  };
  const refusal = printing.refusal ?? coding.refusal;
  return (
    <>
      <Card isFlush>
        <Row
          icon="receipt"
          title="这套房的缴费记录"
          line={isFinance ? '看收据，退款从收据进' : '看收据'}
          onTap={() => open(pages.receipts, { homeId, which: 'home' })}
        />
        <Row
          icon="document"
          title={printing.isBusy ? '正在做通知单' : '打印缴费通知单'}
          line="PDF，带这套房的小程序码"
          onTap={() => void print()}
        />
        <Row
          icon="document"
          title={coding.isBusy ? '正在做楼栋码' : '打印这栋楼的码'}
          line="PDF，贴在单元门口，员工到场扫码签到"
          onTap={() => void printCode()}
        />
        {isFinance && <Row icon="card" title="发抵扣券" line="下次缴物业费时自动抵扣" onTap={onVoucher} />}
      </Card>
      {refusal && <Refusal sentence={refusal.sentence} />}
    </>
  );
}
