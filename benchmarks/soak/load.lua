-- What wrk asks: the bodies of a file, one a line, from a line on; then one line of results.
local bodies = {}
for line in io.lines(os.getenv("LOAD_BODIES")) do bodies[#bodies + 1] = line end
local at = tonumber(os.getenv("LOAD_FROM"))
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

request = function()
   at = at % #bodies + 1
   return wrk.format(nil, nil, nil, bodies[at])
end

done = function(summary, latency, _)
   local e = summary.errors
   io.write(string.format("LOAD %d %d %d %d %d %d\n", summary.requests, summary.duration,
      e.connect + e.read + e.write + e.status + e.timeout,
      latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
