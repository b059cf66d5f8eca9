import { useEffect } from 'react';
import { AnswerBanner, Answered, Card, EmptyState, Page, Row } from '@/components';
import { useParameters } from '@/hooks/useParameters';
import { usePages } from '@/hooks/usePages';
import { titleIs } from '@/services/lifecycle';
import { open, pages } from '@/services/routes';
import type { DeskLine } from '../../../../types/contract/desk';
import { formatYuan } from '../../../../types/yuan';
import { figureOf } from './figure';
