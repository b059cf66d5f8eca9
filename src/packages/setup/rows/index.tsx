import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice, Facts, Page } from '@/components';
import { PagedList } from '@/components/PagedList/PagedList';
import { usePages } from '@/hooks/usePages';
import { useParameters } from '@/hooks/useParameters';
import type { ImportRow, ImportRowPage } from '../../../../types/contract/setup';
import { kindNames } from '../importWords';
import './index.css';

const pageOf = ({ rows, next }: ImportRowPage) => ({ rows, next });
const lists = [
  { value: 'new', name: '新增' },
  { value: 'changed', name: '修改' },
  { value: 'conflicts', name: '两边都改' },
  { value: 'missing', name: '表里没有' },
] as const;
type Which = (typeof lists)[number]['value'];

/** The rows of one list of an import: what stands in the app now, and what the file says. */
export default function ImportRows() {
  const { importId = '', which } = useParameters();
  const [shown, show] = useState<Which>(lists.find(({ value }) => value === which)?.value ?? 'new');
  return (
    <Page name="import-rows">
      <Choice label="看哪些行" options={lists} value={shown} onChange={show} />
      <List key={shown} importId={importId} shown={shown} />
    </Page>
  );
}

function List({ importId, shown }: { readonly importId: string; readonly shown: Which }) {
  const list = usePages('setup.importRows', { importId, which: shown }, pageOf);
  return (
    <PagedList list={list} title="明细暂时看不到" empty={{ title: '这一类没有', line: '换一类看看。' }}>
      {(row) => <ChangedRow key={`${row.kind}${row.label}${row.row ?? ''}`} row={row} />}
    </PagedList>
  );
}

function ChangedRow({ row }: { readonly row: ImportRow }) {
  const where = row.sheet ? `${row.sheet} 第 ${row.row ?? ''} 行` : '现有数据，保持原样';
  return (
    <View className="import-rows__row">
      <View>{row.label}</View>
      <View className="type-second">
        {kindNames[row.kind]}，{where}
      </View>
      {row.changes.length > 0 && (
        <Facts
          facts={row.changes.map(({ field, now, next }) => ({
            name: field,
            value: `${now || '（空）'} → ${next || '（空）'}`,
          }))}
          isQuiet
        />
      )}
    </View>
  );
}
