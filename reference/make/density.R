# HDBSCAN by dbscan and medoids by cluster::pam, for density.py: Rscript density.R TABLE.csv hdbscan MINPTS | pam K METRIC
suppressMessages(library(dbscan)); suppressMessages(library(cluster))
a <- commandArgs(TRUE)
x <- as.matrix(read.csv(a[1], header = FALSE))
show <- function(v) cat(format(v, digits = 17, scientific = FALSE), "\n")
if (a[2] == "version") cat(as.character(getRversion()), as.character(packageVersion("dbscan")), as.character(packageVersion("cluster")), "\n")
if (a[2] == "hdbscan") { h <- hdbscan(x, minPts = as.integer(a[3])); show(h$cluster); show(h$membership_prob); show(h$coredist); show(sort(h$hc$height)) }
if (a[2] == "pam") { p <- pam(x, as.integer(a[3]), metric = a[4]); show(p$objective[["swap"]] * nrow(x)); show(p$id.med) }
