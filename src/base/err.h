/*
 * A failure of ours, as opposed to a fault in a document (doc/note.h).
 *
 * A function that can fail returns int, 0 or -1, and takes a struct err *
 * last.  It fills that in once, where the failure happened; the layers
 * above add where they were with err_wrap() and pass the -1 on.  Nobody but
 * the command that was asked prints it.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

enum errcode {
	ERR_NONE,
	ERR_USAGE,	/* the command line is wrong */
	ERR_SYS,	/* the operating system said no */
	ERR_FORMAT,	/* the file is not what it claims to be */
	ERR_LIMIT,	/* the file asks for more than base/limit.h allows */
	ERR_LOCKED,	/* the file is protected by a password */
	ERR_SCANNED,	/* pages without text: pictures of paper */
	ERR_TOOL,	/* a program that is needed to read it is missing */
	ERR_DB,		/* SQLite said no */
	ERR_EMPTY,	/* there is no text in the file */
};

struct err {
	enum errcode	 code;
	char		 msg[400];
};

/* Each returns -1, so that a caller can write "return err_set(...)". */
int	err_set(struct err *, enum errcode, const char *, ...)
	    __attribute__((format(printf, 3, 4)));
/* Adds what errno means, in English: it may be kept in a note. */
int	err_sys(struct err *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));

/* Puts "what: " before the message there is.  Returns -1. */
int	err_wrap(struct err *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));

#endif
