"""What happens to a record when a process is killed, a disk is full, a file is torn, changed, or opened twice."""
