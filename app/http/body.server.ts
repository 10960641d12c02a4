import type { NextFunction, Request as Incoming, Response as Outgoing } from 'express'

const LARGEST = 1024 * 1024
/** A browser reads our answer only after it has sent everything; beyond this it is no form of ours. */
const PATIENCE = 32 * LARGEST

/** Reads a body of at most 1 MiB into `body`; calls `tooLarge` to answer a larger one, announced or streamed. */
export function boundedBody(tooLarge: (incoming: Incoming, outgoing: Outgoing) => void) {
  return (incoming: Incoming, outgoing: Outgoing, next: NextFunction): void => {
    if (incoming.method !== 'POST') return next()
    const pieces: Buffer[] = []
    let size = 0
    let refused = false
    const refuse = () => {
      if (refused) return
      refused = true
      outgoing.setHeader('Connection', 'close')
      tooLarge(incoming, outgoing)
    }
    incoming.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > PATIENCE) incoming.destroy()
      else if (size > LARGEST) refuse()
      else pieces.push(piece)
    })
    incoming.on('error', () => outgoing.destroy())
    incoming.on('end', () => {
      if (refused) return
      incoming.body = Buffer.concat(pieces)
      next()
    })
    if (Number(incoming.headers['content-length'] ?? 0) > LARGEST) refuse()
  }
}
