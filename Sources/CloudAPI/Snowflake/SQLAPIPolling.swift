extension SQLAPIClient {
    /// Waits for a statement that is still running: half a second at first, up to five, with jitter.
    ///
    /// When the deadline comes the statement is cancelled (if the options say so) and `DeadlineExceeded` is thrown.
    func finished(_ first: HTTPResponse, _ policy: RetryPolicy, _ options: Options) throws -> SQLAPIAnswer {
        var answer = try SQLAPIAnswer(first)
        guard first.status == 202 else { return answer }
        guard let handle = answer.handle, !handle.isEmpty else {
            throw SnowflakeError(code: "UnreadableAnswer", message: "202 without a statement handle", status: 202)
        }
        var longest: Duration = .milliseconds(500)
        var failures = 0
        while true {
            let wait = longest / 2 + longest / 2 * policy.random()
            if let left = policy.remaining(on: clock), wait >= left { throw giveUp(handle, options) }
            clock.sleep(wait)
            longest = min(longest * 2, .seconds(5))
            do {
                let response = try exchange("GET", Self.path(handle), [], [], policy)
                failures = 0
                answer = try SQLAPIAnswer(response)
                answer.handle = answer.handle ?? handle
                if response.status == 200 { return answer }
            } catch let error as SnowflakeError where error.isTransient && error.status != 408 {
                if error.code == "DeadlineExceeded" { throw giveUp(handle, options) }
                // 429 on a poll may only say that the statement is not finished.
                failures += error.status == 429 ? 0 : 1
                guard failures < policy.attempts else { throw error }
            }
        }
    }

    private func giveUp(_ handle: String, _ options: Options) -> SnowflakeError {
        var message = "the statement was still running when the time was used up"
        if options.cancelsAtDeadline {
            var policy = retry
            policy.deadline = nil
            let answer = try? exchange("POST", Self.path(handle) + "/cancel", [], [], policy, timeout: .seconds(5))
            message += answer == nil ? "; it could not be cancelled" : "; it was cancelled"
        }
        return SnowflakeError(code: "DeadlineExceeded", message: message, queryID: handle)
    }
}
