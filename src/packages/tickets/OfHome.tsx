import type { ReactNode } from 'react';
import { Answered, Button, EmptyState, Page } from '@/components';
import { useMyHomes } from '@/hooks/useMyHomes';
import { open, pages } from '@/services/routes';
import { lookedAt, useMe } from '@/stores/me';

export interface OfHomeProps {
  /** The page's name. */
  readonly name: string;
  /** The home that the page was opened with. */
  readonly homeId: string | undefined;
  /** What there would be, for whoever has no home. */
  readonly line: string;
  /** What stands there all the same for whoever has no home. */
  readonly besides?: ReactNode;
  readonly children: (homeId: string) => ReactNode;
}

/** A page of one home: the one it was opened with, else the one that is looked at. Only where neither is known is it asked for. */
export function OfHome(props: OfHomeProps) {
  const looked = useMe((state) => lookedAt(state)?.homeId);
  const homeId = props.homeId ?? looked;
  return homeId === undefined ? <Unknown {...props} /> : props.children(homeId);
}

/** Opened before anything said whose phone this is: that somebody has no home is said only once it is known. */
function Unknown({ name, line, besides, children }: OfHomeProps) {
  const { asked, home } = useMyHomes();
  if (home) return children(home.homeId);
  return (
    <Page
      name={name}
      footer={asked.answer.kind === 'ready' && <Button label="绑定房屋" onTap={() => open(pages.bind)} />}
    >
      <Answered asked={asked} title="您的房屋暂时看不到" cards={[4]}>
        {() => (
          <>
            {besides}
            <EmptyState title="还没有绑定房屋" line={line} />
          </>
        )}
      </Answered>
    </Page>
  );
}
