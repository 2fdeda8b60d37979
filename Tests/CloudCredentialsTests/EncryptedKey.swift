/// A key of the tests alone: PKCS#8, encrypted with AES-256 under PBKDF2.
enum EncryptedKey {
    static let passphrase = "correct horse"
    static let pem = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIIFLTBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIwuJkw6ZVSZ4CAggA
        MAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBCglc2V3+11qu/0gFyCBljVBIIE
        0GG531WbhI/6J8xlc83NHtqioLjiQyujKDZiYHh4w3hKr9rv5D0RG5is53APAJmM
        2PKqS4ujHa20WuoF5rE3J6O5PZDzKS2IlP83PY8HcyTIgZ4Zc4r3yuvHl1REwtps
        PajVncjN8POvBIAQhokQv7QB4UJ4dbHLoxTWWY/wDN0exIUV8r9Whs1qMltP7mAM
        TYS4nMWvshSVMASvbDG6urvz0hQdDa+fU8kRurpZZjgd9pmyyx9Rsw539uOCf/VI
        JV5niJXLyV4kHm4cQqHnHW6GkLlcuJyXo7qL5/cTSQ645XxCeRe9GgKKeREvRt+7
        Qji4UzKthdclSomU3USSCo6vNVm9PBG8jdnO9IG0/Q2/gGBG6dDfjYmMRmt4Vd/u
        PT6tziFX0CJzkkhkee2ym2/e9oX9BTFThjtn1YeszCAnmvHbPdJFvfh2Mzsk7yt4
        pKGICI2Js7bnlgOrw6WPHptJtZj00iCTJFpxPDxsLnlF/lWCjM4oJd4hIa4b0KZj
        7vtz+b98Xlpqzs2JfgIbijjgQ7QWoTu5EuQ9t+lvlT9kRcNox9sFdZI6f498OGdk
        /fZ9qky0n2yKYPA48amCu5KorS9RnSG7UIDeqXBqyQBijuGOxbKo8MnXUcKggWPD
        0NUMhpiO9BjRQZXkxn6eNlSMT4Q16SYTtTTObPx6cLhyLQKxnaByYJ+3+FHOt3sF
        iH0S4yUgZKNN66Q4oxXvtaE13I7s2A71UBNxKfvehJW62s+B4p6xSwBgV1objf1E
        l1BV7+K6+1PqN7zE8IlfYyWanj4OtlaIZYh8CCog21Xce6JicyrphnY6Z1UL7q12
        hmnxoDqWg4jmR9EhdNd0fnW9YHBx/AbI/75rE81eOAAe/+8TlsrUJ/gkEwLm0rxM
        j2TxfJvgoL+/zFd3dqZ1uOxslohhdbdqTSVWeTmLI1B3GW2nGg+Ub8sA8uKeL87i
        qFeaJV7cqJgIIIaf5vrYvw6Hr/tTn2Nl298R7jtJMSlB9KiqRW5jE/qQhsqzYY7l
        EI/mWTcNIplnVdHZA03SXUp6TNVwGMy4n3iSEF11J/F60m3sP5/fjoRQVIAZ/eZ3
        9lwacV1QU87SxGtnmMpO/98iW6/b26hmVRuEeIHHHTiiFAhRzOiypA/12eCwZeQG
        VRdx2q3UzWzQFcZwK7dCvq5sjHEQ0NXnKDSd8ajz6WD65jJ2ToG+gVIy4sXiZujU
        pF2c+k3ANSp7Z7xiJhYaCINai/B/UpuMYvvxNNY4nga3KZnFdkBWp6/Jst4FO7vH
        5PBugk0Mp99Tfoxep1BYDLvatjHRcQelWs22cf0zSxr37eFhY5Dxv2ELQ8KR/8Ww
        Ceu1kvVK23VVdCejigUZK4Y6zNsl0HBJJROXVNWQxmZlqcIF9195p1eI5lI6duWS
        AUmLYfkFOVD+bQFWNaTwYDfu5z/AyaRERHElMeQWWYamR2Fw/Z/7VaEaYAcgN3dC
        KS1s3FTyQOqWJA+DwBJX8TtYkiYBEZavO1UORycwPa7oscAeNhS4vr4wGqaL+OD7
        xhNF06op+orf2btgI7puDPA/P1jLbiSrUGumsY7UmYWErrbHwFcj0gVrr4c7PeXg
        DvrQKqrj3/uQYLV/iBS74kxWPM9QZvuSDOLD5gFjyM8z
        -----END ENCRYPTED PRIVATE KEY-----
        """
}
