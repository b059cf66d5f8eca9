import { AnswerBanner, Answered, Page } from '@/components';
import { ReceiptSheet } from '@/paying/ReceiptSheet';
import type { Missing } from '@/services/failure';
import { useCare } from '@/stores/care';
import type { HomeScreen } from '../../../types/contract/payments';
import { CareHome } from './CareHome';
import { DueCard } from './DueCard';
import { HomeBar } from './HomeBar';
import { HomeChoice } from './HomeChoice';
import { Homeless } from './Homeless';
import { HomeRows, Tiles } from './HomeRows';
import { type HomeHook, useHome } from './useHome';
import './index.css';

export default function Home() {
  const hook = useHome();
  const { asked, payment } = hook;
  const { answer } = asked;
  const screen = answer.kind === 'ready' ? answer.value : undefined;
  const canChoose = (screen?.me.homes.length ?? 0) > 0;
  return (
    <Page
      name="home"
      isTab
      banner={
        <>
          <HomeBar
            {...(screen?.home ? { place: screen.home.place, communityName: screen.home.communityName } : {})}
            {...(canChoose ? { onChoose: () => hook.choose(true) } : {})}
          />
          <AnswerBanner asked={asked} />
        </>
      }
      over={<Over hook={hook} screen={screen} />}
    >
      <Answered asked={asked} title="首页暂时打不开" cards={[4, 2]}>
        {(shown) => (
          <Content
            screen={shown}
            payment={payment}
            missing={answer.kind === 'ready' ? answer.missing : undefined}
          />
        )}
      </Answered>
    </Page>
  );
}

interface ContentProps {
  readonly screen: HomeScreen;
  readonly payment: HomeHook['payment'];
  readonly missing: Missing | undefined;
}

function Content({ screen, payment, missing }: ContentProps) {
  const isCare = useCare((care) => care.isOn);
  const { home, me, unreadMessages } = screen;
  if (!home) return <Homeless me={me} />;
  if (isCare) return <CareHome home={home} unread={unreadMessages} paying={payment.paying} />;
  return (
    <>
      <DueCard home={home} payment={payment} missing={missing} />
      <Tiles homeId={home.homeId} />
      <HomeRows home={home} />
    </>
  );
}

/** What lies over the page: the receipt of a payment just made, the choice of homes. */
function Over({ hook, screen }: { readonly hook: HomeHook; readonly screen: HomeScreen | undefined }) {
  const { payment, isChoosing, choose, lookAt } = hook;
  if (payment.paying.kind === 'paid') {
    return <ReceiptSheet orderId={payment.paying.orderId} onClose={payment.close} />;
  }
  if (!isChoosing || !screen) return null;
  return (
    <HomeChoice
      me={screen.me}
      {...(screen.home ? { shown: screen.home.homeId } : {})}
      onChoose={lookAt}
      onClose={() => choose(false)}
    />
  );
}
