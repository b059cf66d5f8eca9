import { Button, Chip, Page, Refusal, Row } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { useNow } from '@/hooks/useNow';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import { open, pages } from '@/services/routes';
import { grouped } from '@/words/grouped';
import { momentWords } from '@/words/timeWords';
import type { ImportPageView } from '../../../../types/contract/setup';
import { stateNames } from '../importWords';
import { useUpload } from '../useUpload';

const pageOf = ({ imports, next }: ImportPageView) => ({ rows: imports, next });

/** Spreadsheets that were handed in, newest first; and handing in another (G6). */
export default function Imports() {
  const { communityId = '' } = useParameters();
  const now = useNow();
  const list = usePages('setup.listImports', { communityId }, pageOf);
  const uploading = useUpload(communityId);
  const handIn = async () => {
    const view = await uploading.choose();
    if (view) open(pages.import, { importId: view.importId });
  };
  return (
    <Page
      name="imports"
      footer={
        <Button
          icon="upload"
          label="从聊天里选表格"
          isBusy={uploading.isBusy}
          busyLabel={uploading.busyLabel}
          onTap={() => void handIn()}
        />
      }
    >
      {uploading.problem && <Refusal sentence={uploading.problem} />}
      <PagedList
        list={list}
        title="导入记录暂时看不到"
        empty={{
          title: '还没有导入过',
          line: '先把表格发到任意一个微信聊天，例如文件传输助手，再从这里选。检查时什么都不会写进去。',
        }}
      >
        {(view) => (
          <Row
            key={view.importId}
            icon="document"
            title={view.fileName}
            line={`${momentWords(view.askedAt, now)}${view.rows > 0 ? `，${grouped(view.rows)} 行` : ''}`}
            end={<Chip {...stateNames[view.state]} />}
            onTap={() => open(pages.import, { importId: view.importId })}
          />
        )}
      </PagedList>
    </Page>
  );
}
