import { View } from '@tarojs/components';
import { AnswerBanner, Answered, Button, Card, Icon, Page, Refusal, Row } from '@/components';
import { useAnswer } from '@/hooks/useAnswer';
import { useNow } from '@/hooks/useNow';
import { useParameters } from '@/hooks/useParameters';
import { openFile } from '@/services/device';
import { open, pages, replaceBy } from '@/services/routes';
import { grouped } from '@/words/grouped';
import { momentWords } from '@/words/timeWords';
import type { ImportView } from '../../../../types/contract/setup';
import { countWords, headlineOf, kindNames } from '../importWords';
import { useUpload } from '../useUpload';
import { Apply } from './Apply';
import { Going } from './Going';
import { Problems } from './Problems';
import './index.css';

/** One spreadsheet: the outcome first, then the rows to mend, or what would change, then bringing it in. */
export default function Import() {
  const { importId = '' } = useParameters();
  const asked = useAnswer(
    'setup.seeImport',
    { importId },
    { isPending: ({ state, isStuck }) => !isStuck && isGoing(state) },
  );
  const view = asked.answer.kind === 'ready' ? asked.answer.value : undefined;
  return (
    <Page
      name="import"
      banner={<AnswerBanner asked={asked} />}
      {...(view && mustBeSentAgain(view) ? { footer: <Again view={view} /> } : {})}
    >
      <Answered asked={asked} title="导入结果暂时看不到" cards={[2, 4]}>
        {(seen) => (
          <>
            <Head view={seen} />
            {seen.areFilesGone && <View className="page__note">表格和明细已满 30 天，按规定删除了</View>}
            {seen.state === 'rejected' && seen.problems > 0 && !seen.areFilesGone && (
              <Problems importId={importId} />
            )}
            {(seen.state === 'applying' || seen.state === 'undoing') && (
              <Going view={seen} onDone={asked.take} />
            )}
            {changes.has(seen.state) && <Changed view={seen} />}
            {seen.state === 'checked' && <Apply view={seen} onDone={asked.take} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

function isGoing(state: ImportView['state']): boolean {
  return state === 'checking' || state === 'applying' || state === 'undoing';
}

/** Where what the file changes is still to come, coming, or there: not once it is taken out again. */
const changes: ReadonlySet<ImportView['state']> = new Set(['checked', 'applying', 'applied']);

/** Something is wrong with the file, its check was given up, or it was never brought in. */
function mustBeSentAgain({ state, isStuck }: ImportView): boolean {
  return state === 'rejected' || state === 'givenUp' || (state === 'checking' && isStuck === true);
}

function Head({ view }: { readonly view: ImportView }) {
  const now = useNow();
  const { title, line, tone } = headlineOf(view);
  const good = view.rows - view.problemRows;
  return (
    <>
      <View className="import__file">
        <View className="import__paper">
          <Icon name="document" />
        </View>
        <View className="import__title">
          <View className="import__name">{view.fileName}</View>
          <View className="type-second">
            {momentWords(view.askedAt, now)} 上传{view.rows > 0 && `，${grouped(view.rows)} 行`}
          </View>
        </View>
      </View>
      <Card>
        <View className="import__headline type-title">
          {tone !== 'plain' && (
            <View className={`import__sign tone-${tone}`}>
              <Icon name={tone === 'bad' ? 'alert' : 'check'} />
            </View>
          )}
          <View>{title}</View>
        </View>
        <View className="import__line">{line}</View>
        {view.state === 'rejected' && view.rows > 0 && (
          <View className="import__sums import__ruled">
            <View className="import__sum">
              <View className="type-second">可以导入</View>
              <View className="type-big strong tabular">{grouped(good)}</View>
            </View>
            <View className="import__sum tone-bad">
              <View className="type-second">要改</View>
              <View className="type-big strong tabular">{grouped(view.problemRows)}</View>
            </View>
          </View>
        )}
        {view.unused.length > 0 && (
          <View className="type-second import__ruled">没有用到的表和列：{view.unused.join('、')}</View>
        )}
      </Card>
    </>
  );
}

function Changed({ view }: { readonly view: ImportView }) {
  if (view.counts.length === 0) return null;
  const which = (count: ImportView['counts'][number]) => {
    if (count.conflicts > 0) return 'conflicts';
    if (count.changed > 0) return 'changed';
    return count.new > 0 ? 'new' : 'missing';
  };
  return (
    <>
      <View className="type-heading">{view.state === 'checked' ? '会有这些变化' : '变化'}</View>
      <Card isFlush>
        {view.counts.map((count) => (
          <Row
            key={count.kind}
            title={kindNames[count.kind]}
            line={countWords(count)}
            {...(view.areFilesGone
              ? {}
              : { onTap: () => open(pages.importRows, { importId: view.importId, which: which(count) }) })}
          />
        ))}
      </Card>
    </>
  );
}

function Again({ view }: { readonly view: ImportView }) {
  const uploading = useUpload(view.communityId);
  const handIn = async () => {
    const next = await uploading.choose();
    if (next) replaceBy(pages.import, { importId: next.importId });
  };
  return (
    <>
      {uploading.problem && <Refusal sentence={uploading.problem} />}
      <View className="side-by-side">
        {view.problemList && (
          <Button
            kind="outline"
            icon="download"
            label="错误清单"
            onTap={() => void openFile(view.problemList ?? '', 'xlsx')}
          />
        )}
        <Button
          icon="upload"
          label={view.state === 'rejected' ? '上传改好的表' : '重新上传表格'}
          isBusy={uploading.isBusy}
          busyLabel={uploading.busyLabel}
          onTap={() => void handIn()}
        />
      </View>
    </>
  );
}
