import { ACCESS_TOPICS } from './topics-access.ts';
import { BESIDE_TOPICS } from './topics-beside.ts';
import { CARE_TOPICS } from './topics-care.ts';
import { COMMUNICATION_TOPICS } from './topics-communication.ts';
import { ENVIRONMENT_TOPICS } from './topics-environment.ts';
import { SOCIAL_TOPICS } from './topics-social.ts';
import type { Topic } from './topic.ts';

export const TOPICS: readonly Topic[] = [
  ...ACCESS_TOPICS,
  ...CARE_TOPICS,
  ...COMMUNICATION_TOPICS,
  ...ENVIRONMENT_TOPICS,
  ...SOCIAL_TOPICS,
  ...BESIDE_TOPICS,
];
