import { Text, View } from '@tarojs/components';
import './index.css';
import { useWelcome } from './useWelcome';

export default function Home() {
  const shown = useWelcome();
  return (
    <View className="home">
      {shown.kind === 'waiting' && <View className="home__skeleton" ariaLabel="正在载入" />}
      {shown.kind === 'refused' && <Text className="home__refusal">{shown.sentence}</Text>}
      {shown.kind === 'ready' && <Text className="home__community">{shown.communityName}</Text>}
    </View>
  );
}
