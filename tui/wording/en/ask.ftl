ask-keep = Not yet
ask-accept-title = Accept this offer?
ask-accept = It becomes the accord of this round and then goes to the vote at home. It cannot be taken back.
ask-accept-act = Accept
ask-break-title = Break off the offers of this round?
ask-break = No more offers in this round; levels and demands stay as they are.
ask-break-act = Break off
