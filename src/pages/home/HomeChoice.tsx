import { View } from '@tarojs/components';
import { Button, Row, Sheet } from '@/components';
import { open, pages } from '@/services/routes';
import type { WhoAmI } from '../../../types/contract/people';
import { homeLine, homesByCommunity } from './homeWords';

export interface HomeChoiceProps {
  readonly me: WhoAmI;
  readonly shown?: string;
  readonly onChoose: (homeId: string) => void;
  readonly onClose: () => void;
}

/** All my homes, by community. */
export function HomeChoice({ me, shown, onChoose, onClose }: HomeChoiceProps) {
  const bind = () => {
    onClose();
    open(pages.bind);
  };
  return (
    <Sheet
      label="换一套房屋"
      onClose={onClose}
      footer={<Button kind="outline" icon="plus" label="绑定另一套房屋" onTap={bind} />}
    >
      {homesByCommunity(me).map(({ communityName, homes }) => (
        <View key={communityName}>
          <View className="type-second">{communityName}</View>
          {homes.map((home) => (
            <Row
              key={home.homeId}
              id={`home-${home.homeId}`}
              icon="building"
              title={home.place}
              line={homeLine(home)}
              isStrong={home.homeId === shown}
              {...(home.homeId === shown ? { chip: { text: '正在看', tone: 'brand' as const } } : {})}
              {...(home.isSuspended ? {} : { onTap: () => onChoose(home.homeId) })}
            />
          ))}
        </View>
      ))}
    </Sheet>
  );
}
