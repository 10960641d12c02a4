/** Where a seat is: the person whose it is reads and answers it there. */
export function seatPath(seatId: string): string {
  return `/seats/${seatId}`
}

/** Where a seat is ended, or an offer taken back. */
export function endSeatPath(seatId: string): string {
  return `/seats/${seatId}/end`
}

/** Where the letter of an offer is sent again to. */
export function letterPath(seatId: string): string {
  return `/seats/${seatId}/letter`
}
