# Makes reference/hierarchical.json: Rscript reference/make/hierarchical.R > reference/hierarchical.json
# Packages of Debian: r-base-core, r-cran-fastcluster.
number <- function(x) paste0("[", paste(sprintf("%.15g", x), collapse = ", "), "]")
field <- function(name, value) sprintf("\"%s\": %s", name, value)
object <- function(fields, indent) paste0("{\n", paste0(indent, "  ", fields, collapse = ",\n"), "\n", indent, "}")
linkages <- c(ward = "ward.D2", complete = "complete", average = "average", weighted = "mcquitty", single = "single", centroid = "centroid", median = "median")

# Centroid and median want squares; their heights are squares, too.
tree <- function(x, linkage) {
  d <- dist(x)
  squared <- linkage %in% c("centroid", "median")
  h <- stats::hclust(if (squared) d^2 else d, linkages[[linkage]])
  if (squared) h$height <- sqrt(pmax(0, h$height))
  other <- fastcluster::hclust(if (squared) d^2 else d, linkages[[linkage]])
  if (squared) other$height <- sqrt(pmax(0, other$height))
  stopifnot(isTRUE(all.equal(sort(h$height), sort(other$height), tolerance = 1e-9)))
  h
}

# The first n - k merges, as R's cutree does, for trees with inversions, too.
sizes <- function(h, k) {
  n <- nrow(h$merge) + 1
  of <- vector("list", n - 1)
  alone <- rep(TRUE, n)
  for (i in seq_len(n - k)) {
    rows <- unlist(lapply(h$merge[i, ], function(m) if (m < 0) -m else of[[m]]))
    for (m in h$merge[i, ]) if (m > 0) of[[m]] <- integer(0)
    of[[i]] <- rows
    alone[rows] <- FALSE
  }
  counts <- lengths(of[lengths(of) > 0])
  sort(c(counts, rep(1, sum(alone))), decreasing = TRUE)
}

one <- function(x, linkage, whole) {
  h <- tree(x, linkage)
  c2 <- cophenetic(h)
  fields <- c(field("heights", number(if (whole) h$height else utils::tail(h$height, 20))),
              field("cophenetic", sprintf("%.12g", cor(dist(x), c2))))
  if (whole) fields <- c(fields, field("merge", number(t(h$merge))), field("order", number(h$order)))
  cuts <- sapply(2:6, function(k) field(k, number(sizes(h, k))))
  field(linkage, object(c(fields, field("sizes", object(cuts, "        "))), "      "))
}

set <- function(name, x, whole, words, names = base::names(linkages)) {
  x <- unname(as.matrix(x))
  field(name, object(c(field("data", paste0("\"", words, "\"")), field("columns", ncol(x)), field("values", number(t(x))),
    sapply(names, function(linkage) one(x, linkage, whole))), "  "))
}

# Rows in canonical order, so that R's leaf numbers are ours.
sorted <- function(x) x[do.call(order, as.data.frame(x)), , drop = FALSE]
made <- function(seed, n, d, blobs) {
  set.seed(seed)
  at <- matrix(runif(blobs * d, -4, 4), blobs)
  sorted(round(at[sample(blobs, n, TRUE), , drop = FALSE] + matrix(rnorm(n * d), n), 4))
}
set.seed(5)
grid <- sorted(unique(cbind(sample(0:9, 60, TRUE), sample(0:9, 60, TRUE))))
squared <- scale(as.matrix(USArrests))

cat(object(c(
  field("source", sprintf("\"R %s.%s stats::hclust, heights checked against fastcluster %s; ward is ward.D2, weighted is mcquitty; centroid and median of squared distances, roots of their heights\"", R.version$major, R.version$minor, packageVersion("fastcluster"))),
  field("command", "\"Rscript reference/make/hierarchical.R > reference/hierarchical.json\""),
  field("tolerance", "\"heights 1e-9 of the largest: R works on by update formulas, centroid and median by differences of squares, and 15 digits are printed; cophenetic correlation 1e-9\""),
  set("iris", iris[, 1:4], FALSE, "iris of R, the four measures as they are, in R's order; last 20 heights; complete and weighted are left out, because its many ties decide their trees", c("ward", "average", "single")),
  set("arrests", squared, FALSE, "USArrests of R, scale(): z-scores with n - 1; last 20 heights"),
  set("blobs", made(1, 60, 3, 4), TRUE, "made up, seed 1"),
  set("flat", made(2, 45, 2, 1), TRUE, "made up, seed 2, no groups"),
  set("wide", made(3, 40, 7, 3), TRUE, "made up, seed 3"),
  set("line", made(4, 50, 1, 3), TRUE, "made up, seed 4, one column"),
  set("grid", grid, FALSE, "made up, seed 5, whole numbers with many ties", "single")), ""), "\n", sep = "")
