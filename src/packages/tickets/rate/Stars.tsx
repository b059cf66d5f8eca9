import { View } from '@tarojs/components';
import { Icon } from '@/components';
import { starNames } from './ratingWords';

export interface StarsProps {
  /** 0 while none is given yet. */
  readonly stars: number;
  readonly onChange: (stars: number) => void;
}

/** One to five stars, by a tap. Its styles are in stars.css. */
export function Stars({ stars, onChange }: StarsProps) {
  return (
    <View className="stars" ariaRole="radiogroup" ariaLabel="打几星">
      {starNames.map((name, index) => (
        <View
          key={name}
          id={`star-${index + 1}`}
          className={`stars__star${index < stars ? ' tone-brand' : ''}`}
          hoverClass="pressed"
          ariaRole="radio"
          ariaLabel={`${index + 1} 星，${name}${index + 1 === stars ? '，已选中' : ''}`}
          onClick={() => onChange(index + 1)}
        >
          <Icon name={index < stars ? 'star' : 'star-empty'} />
        </View>
      ))}
    </View>
  );
}
