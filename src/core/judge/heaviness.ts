/**
 * Which of two places that overlap stands: what a frame reads, with nothing against it, before what is only weighed.
 *
 * @param logOdds what the place weighs by itself
 */
export const heavinessOf = (logOdds: number, isRead: boolean): number =>
  isRead ? Math.max(logOdds, 0) + 1 : logOdds
