# Expected numbers from R's survival and stats: Rscript reference/make/survival.R > reference/survival.json
# Times and outcomes are made up here and written out.
suppressMessages(library(survival))
num <- function(v) paste0("[", paste(ifelse(is.na(v), "null", formatC(as.numeric(v), digits = 17, format = "g")), collapse = ", "), "]")
set.seed(1)
cases <- list(
  weeks = list(time = c(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23), event = rep(1, 21)),
  held = list(time = c(6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35), event = c(rep(1, 9), rep(0, 12))),
  level = list(time = c(1, 2, 3, 4), event = c(1, 1, 1, 1)),
  ended = list(time = c(1, 2, 3, 4, 5, 6), event = c(0, 1, 0, 1, 0, 0)),
  many = local({ t <- round(rexp(400, 1 / 40)); c0 <- round(runif(400, 0, 120)); list(time = pmin(t, c0), event = as.numeric(t <= c0)) }))
version <- paste0("R ", getRversion(), ", survival ", packageVersion("survival"))
parts <- sapply(names(cases), function(name) {
  x <- cases[[name]]
  f <- survfit(Surv(x$time, x$event) ~ 1)
  q <- quantile(f, c(0.25, 0.5, 0.75))
  keep <- f$n.event > 0
  paste0('  "', name, '": { "source": "', version, ': survfit(Surv(time, event) ~ 1), quantile(c(.25, .5, .75))", "tolerance": "1e-12",\n    "time": ', num(x$time), ',\n    "event": ', num(x$event),
    ',\n    "at": ', num(f$time[keep]), ', "surviving": ', num(f$surv[keep]), ',\n    "quantiles": ', num(q$quantile), ', "low": ', num(q$lower), ', "high": ', num(q$upper), ' }')
})
grid <- expand.grid(all = c(50, 1000, 541909, 1e6), a = c(0.01, 0.1, 0.5), b = c(0.02, 0.3))
h <- do.call(rbind, lapply(seq_len(nrow(grid)), function(i) {
  all <- grid$all[i]; m <- max(1, floor(all * grid$a[i])); d <- max(1, floor(all * grid$b[i])); e <- m * d / all; s <- sqrt(e)
  x <- unique(pmin(pmin(m, d), pmax(0, round(e + c(-6, -2, 0, 1, 3, 8, 20) * s))))
  cbind(x, m, d, all, phyper(x - 1, m, all - m, d, lower.tail = FALSE), phyper(x, m, all - m, d))
}))
cat('{\n', paste(parts, collapse = ",\n"), ',\n  "hypergeometric": { "source": "', version, ': phyper(x - 1, marked, all - marked, drawn, lower.tail = FALSE) and phyper(x, ...)", "tolerance": "1e-8 of the value: phyper sums ratios to 1e-15 of the largest, with its own rounding",\n    "x": ',
  num(h[, 1]), ',\n    "marked": ', num(h[, 2]), ',\n    "drawn": ', num(h[, 3]), ',\n    "all": ', num(h[, 4]), ',\n    "atLeast": ', num(h[, 5]), ',\n    "atMost": ', num(h[, 6]), ' }\n}\n', sep = "")
