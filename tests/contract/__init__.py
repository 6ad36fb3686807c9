"""The bargain that every scenario keeps with every seed: it ends, what is offered is accepted, what is refused changes nothing."""
