# Expected numbers from R's cluster and fpc: Rscript reference/make/validity.R > reference/validity-r.json
# The mixed table is made up here and written out.
suppressMessages({ library(cluster); library(fpc) })
x <- as.matrix(iris[, 1:4])
set.seed(1); km <- lapply(2:6, function(k) kmeans(x, k, nstart = 50, iter.max = 100))
num <- function(v) paste0("[", paste(formatC(as.numeric(v), digits = 17, format = "g"), collapse = ", "), "]")
dunn <- sapply(km, function(f) cluster.stats(dist(x), f$cluster, silhouette = FALSE, wgap = FALSE, sepindex = FALSE)$dunn)
set.seed(2); box <- clusGap(x, function(x, k) kmeans(x, k, nstart = 5), K.max = 6, B = 200, d.power = 2, spaceH0 = "original", verbose = FALSE)$Tab
set.seed(2); pca <- clusGap(x, function(x, k) kmeans(x, k, nstart = 5), K.max = 6, B = 200, d.power = 2, spaceH0 = "scaledPCA", verbose = FALSE)$Tab
set.seed(3); boot <- clusterboot(x, B = 200, clustermethod = kmeansCBI, krange = 3, runs = 10, seed = 5, count = FALSE)
set.seed(4); strength <- prediction.strength(x, 2, 5, M = 50)
mixed <- data.frame(a = c(1, 2.5, 3, 7, 4, 0.5, 9, 6), b = c(10, 20, 15, 40, 35, 20, 10, 30),
                    colour = factor(c(0, 1, 2, 1, 0, 2, 2, 1)), flag = c(0, 1, 0, 0, 1, 1, 0, 0))
gower <- as.numeric(suppressWarnings(daisy(mixed, metric = "gower", type = list(asymm = "flag"))))
weighted <- as.numeric(suppressWarnings(daisy(mixed, metric = "gower", type = list(asymm = "flag"), weights = c(1, 0.5, 2, 1))))
version <- paste0("R ", getRversion(), ", cluster ", packageVersion("cluster"), ", fpc ", packageVersion("fpc"))
cat('{\n  "dunn": { "source": "', version, ': cluster.stats(dist(iris), kmeans(k, nstart = 50))$dunn for k = 2..6", "tolerance": "1e-12",\n',
    '    "labels": [', paste(sapply(km, function(f) num(f$cluster - 1)), collapse = ",\n      "), '],\n    "dunn": ', num(dunn), ' },\n',
    '  "gap": { "source": "', version, ': clusGap(iris, kmeans, K.max = 6, B = 200, d.power = 2)",\n',
    '    "tolerance": "log W, less log 2: at most 1e-6 above, at most 0.01 below, for the peer misses an optimum now and then; expected log W: 4 standard errors of both means of B draws",\n',
    '    "logW": ', num(box[, "logW"]), ',\n    "boxExpected": ', num(box[, "E.logW"]), ', "boxError": ', num(box[, "SE.sim"]),
    ',\n    "alignedExpected": ', num(pca[, "E.logW"]), ', "alignedError": ', num(pca[, "SE.sim"]), ' },\n',
    '  "stability": { "source": "', version, ': clusterboot(iris, B = 200, kmeansCBI, krange = 3, runs = 10)",\n',
    '    "tolerance": "0.04: two sets of 200 resamples", "sizes": ', num(table(boot$partition)), ', "jaccard": ', num(boot$bootmean), ' },\n',
    '  "strength": { "source": "', version, ': prediction.strength(iris, 2, 5, M = 50)", "tolerance": "0.1: other divisions and other starts",\n',
    '    "mean": ', num(strength$mean.pred), ' },\n',
    '  "gower": { "source": "', version, ': daisy(metric = \\"gower\\"), columns numeric, numeric, factor, asymmetric flag; weights 1, 0.5, 2, 1", "tolerance": "1e-14",\n',
    '    "rows": ', num(t(data.matrix(transform(mixed, colour = as.numeric(as.character(colour)))))), ',\n    "pairs": ', num(gower), ',\n    "weighted": ', num(weighted), ' }\n}\n', sep = "")
