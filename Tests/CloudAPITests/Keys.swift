/// Keys made for these tests only: `openssl genrsa 2048 | openssl pkcs8 -topk8 -v2 aes-256-cbc` and the like.
enum Keys {
    /// Signed elsewhere: see `token` and `fingerprint`.
    static let plain = """
        -----BEGIN PRIVATE KEY-----
        MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQCvZxkDLHwt8oXW
        69jmMd1uq55SMOvAWHv+LZwpG4SiJFv7kgG1yaeBCFOUCr+Acj51lk3f79mgIC8U
        wqE0ms144zUqhU+RFDOZaxrdYdYVz3zfcRVQnPYw+UJw+viIqI0wlzEogplLoU99
        X9teCcJ3HshlSZC9RTPh5W9v39i1oUGyojTQiKaFjpjQo1TICXrIXk6bogIvbmfp
        sNiltONv1D8hGB98HFEG5B//C9jxgURhWEWslBYcku0kWXMiT6afga8g1VdIp/lV
        QSLjuV/Dn61o7F3R1168d1fKBqKNz6k7YZztzsdVzmak2HWQ87lzQFjEz4FpgDRL
        dZ8V+3oHAgMBAAECggEACKUfssWlnzKFwM7u0BwWdybTqE0x9jdGPgP4eOXOA5ts
        9ZK/xwc+QsCEaHA5LRCa0UfY5PGMFXWdbG84hWbsO3BgK/OjG5oi/h8TYjFSw50I
        FHYDedQqpcV7R79CGNYzeawezgmimmHEEOb0rgdag6Cx4Gm5gQkHb00g6qL3qhTI
        bH+q4a2HhFyjSux+ZDIjAeCDnYREZAbvaGuXRAVwxMWA8wQcWUZWYVT70IBeW0U8
        llpI9BkB4LkC6bzriyZUolAcHlsxK6JSHMW86oN4nHOcXsyJQYJ4XPTQrJhpblK8
        gIL8lVmS8V36kRDWa4znapduU/HTgffCbKqK495mwQKBgQDxJcBZ/t8UJw8unTpv
        ckj29I8eDe3OhQxVB/VduPGUtEoLAXRnOgrPAppLOmSmm2HVegp7YzavYzK5Hv8A
        y15/xKyMIiYFVOjxiNmNT/e9xRm55CPZANTTFvmNHqRgKAHRfIa5rlS50UCyoAS/
        y9XQN3qJGZS3+Ni4dAzwrt9wRwKBgQC6NLpnRzY5ovAD7Qhm+va3hB4CRj3ToiFy
        ZRjHmkY6l9JxRFJaGNFImWqjiVUbrrCzwLWIqkvVHYfT35P2jexDV+aP8NieFwHa
        q+X69Jk2BiVSiUCyLZfOw9bzWZgibnoj25XvyHrANa1/V8AqwCdSOu/Qhtj3gNUq
        qrxajPRIQQKBgGyqMk9bhnKyVykOOLLXsQF3mrZUWIDje3clqu+c01/LDkJ/WVDa
        2twFtDmKCqj5A9EKuYZ4YsAN12GMEiTtf5vbqFVNXgyxAnc0z7PaAS1GkB0wLOcw
        dLbad4Gb+T5LSOZ5UsyBPjStkpXrfbhfxe2Z0mHNYTK1tBMKWHpsksspAoGAW9ZT
        tUpfCTA+loEaqsfOVRa5Qj/okG+fdW89OHzzdESbCzg6MauZ1Oetu7ipHD0dc5px
        LlVnj1XAPxQ/QtQemdxJn+aWv+nzBSnRBOQMiKOhVsLRANAR1m2qn10p9plsbjEI
        EzpaqGAREQRzh+I7wofE7aEEc5W8DQ4mVba9aMECgYAPbP/wTM+DLfBTt5tccEjY
        OSJTI1nR1pi5tUVfnZa6sftwhWVnV/om6I4Tz5hwSw95L4sRS9kJty5Gjjw3uwc2
        eDwBiqzVlgbCPvbFJ1uU/l4L0enlcu5NsZzxXjcfE7NUgyHazWC6KQTEap87FOXQ
        hQExq2wcuDWcz8Q/Y2h90g==
        -----END PRIVATE KEY-----
        """

    static let fingerprint = "SHA256:PmHj/RZQYhy9rJeOI2IYVevoTGYROCwkLl9twc4IvL0="

    /// Made of `plain` by the Python package cryptography for MYORG-MYACCOUNT, INGEST_SVC, 2025-01-11T08:00:00Z.
    static let token =
        "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNWU9SRy1NWUFDQ09VTlQuSU5HRVNUX1NWQy5TSEEyNTY6UG1Iai9"
        + "SWlFZaHk5ckplT0kySVlWZXZvVEdZUk9Dd2tMbDl0d2M0SXZMMD0iLCJzdWIiOiJNWU9SRy1NWUFDQ09VTlQuSU5HRVNUX1NWQyI"
        + "sImlhdCI6MTczNjU4MjM0MCwiZXhwIjoxNzM2NTg1ODgwfQ.eh8Gv7tmoeBwzETzDN377_UiyZibBL9AbQau-BSNCcAnY6jg0VtH"
        + "2Mth8unayeVjE27ezAY1K2buRub__BQV0AXHN8viRMCq5JoQpOIlRwh4GeljEzpEOMfxJdrem1wud3sDybXXj5qeCuSRs0GQ7lzJ"
        + "FBw1x-ThVYo22A51J0kyBym3CkXLxQWKP0plG0B7aMz45lDiEjmRgszPpAFslExRDR8XYG5_Pg8dS0LVOsbz9aQrkJM8u6T5Pbzv"
        + "-LSo3BS5rvX1cAYR3YL4WnS6bDYm6lrvl29JNWUBZemff9XaOi46beuNR-aKOCrCp4ClClpVPr8G8CS3QWinDXLkZA"

    static let encrypted = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIIFLTBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIw+mUgE7kUvgCAggA
        MAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBBL3rEDGN0HuegAiMptbPPZBIIE
        0DdgIBqyS/x2DzJRpDEKca3ekLrFMf//7FjYYoO/+Iisz9gLw4LijxLMgLiFZqSh
        eSdKypGqMqchklzrezRFAZmvM5KTI8yTzJq8Bm+PvcPZp6uaCeM7Uk71kSSz5PyC
        KxHGsZMAGu0vLvuYz1Ga/qQj6OO22fjiP6N9MMZ5XBa6sDBm6HMuK6gH35KsVkvZ
        UXRbOWkMROHA3KYB9//2wou/6I92fciVZuijHWTVOAHdUZgJbgFGf9whHA643Ctf
        ScFzOEwlTCQq+Dy2+PEhQCR/ik5NlXosIZn/OX8fMIgme1Jc7/iT6dxwjm1rFKpL
        srlwJTtbdZAoCIN84oUK2czDl3nsEhZlFiNfhV3VfvsvtuTWHHq8PzeyCahZEg3J
        sZH712B9ywd42vhouMCLbuUTFug4sA8SF4JiSjngzUT8eI8VYi0dxx/pvZsz2SBO
        pxTYYdqLarCOWoWIZP4GDByqw0N8o2s/cHNvv/HkzFfpugjwVjErGgVh6HrGYbsy
        CUhkXfomwQi/SBWx615jD64iI+VZQ9l2LikVDNBEdI30tfD+iB6wac11bQM4+1R/
        s84W9TORYGa3w5No7GfiWEu1PTBMtqbL/IDA8ExffST5H1DweRu9JQhn+1p3SYZU
        BshwpblzOgxVcwLIZ5DVJfS5gL3JMg+KVGCSzgJiYDG5tzyVvE14L9hqaFbJEG3d
        NGpPBPCVX1XCfORycrzaWDlohrDzo5r2zlQWWAFsE7yrKZjtaP1ZHKLRawXqrkSX
        ueuxpn+TultCvcQl3ywAmjkg8OQP43813CnaUM/ifiUjaxVyGpnW+4ST6hBEPfKS
        XJEEVpQRQBS4wUyX+JmiMroW3EpnS9f+DSj9tBenWIRXH28jPU68q5U7F3Fp3RSZ
        5TIDVy8SgAUn7J1uZDaf8it7xVmLC5Bn17WG9iZ2SiQjEHIdMipburV0jbPyJF17
        iUvmCZqYAJNiDEFfwUuJ9JC+9Ibj4mFKLJkWjBENCJuVyypAsNSudtTT1wktWFnZ
        c68DProBsbw1SrwVXMytWpMWVq0PqRn/A9B4w3lwewLn7YnV8CUWFhkHd+CxZ8Ng
        UGq8uTnLD+fUz4KdSqp48Ii+bcKEYus9ThGq/vCnYq8L8JEovCHA4paeSNdkn8c8
        DliKd9wFGkvvaECvkbyqYmfKNcLPK+uWetthGH4UKQTEL/Od0bq1+lBuyhklfeB6
        bcsYWZyoqJNWIGgHlmDNN34BHbInl9tZjwilMMKOH8yj14+59t0v91CtKTf+e8do
        xLhK71YBfVZcUAPjBLj/bxc5A4krTL0wgEDneK29/crWqbv6EYAes9aR7/yKUfwd
        z18Nfy+YI6QfBJyzaob8qvhOP1V4OEa6DNfjjP5qmj/DBHquubcKo16fikjLmjOL
        JPRsd7SW5KpQH1LKgAQWJbpaslyB+LbS2WYhHDLotQMulBwLB0mFQMLhwbGRIvdo
        9JB1x6U0lm9cNqFuOM1ldvVAxCCwtUo8YSs/2QPrV4QZBVIcCnyyWLcb1CuBrD7u
        7JaW/LASHwH4XL9CJbo4d2MdBGcek587uPwboetoNNgiJ7iH5LbRZJOgi5PM8fpF
        fTlZn3O/i6Me4AomjMEqLEVEwAis7tBcgE1o0e7O4DPs
        -----END ENCRYPTED PRIVATE KEY-----
        """

    static let elliptic = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgRfh/1vPq3bdxo9MJ
        ofM+2sTImg9sAji5dMcTBiMXFsmhRANCAASrmrSgq3n/LnfzOhDCrHtSq3tyqQVB
        /nnenuw1z1m/eEaRwNhLGa9aAtHVWL3kxtEGGR6usJPK1AoksriaY7sv
        -----END PRIVATE KEY-----
        """

    static let short = """
        -----BEGIN PRIVATE KEY-----
        MIICdQIBADANBgkqhkiG9w0BAQEFAASCAl8wggJbAgEAAoGBAKbx4F/7pZFF6BWe
        nMSAJEcTvU+OCPQQCmTequRfntpkeOJPTbSPUVznxdiv99/5Y+XabxhMUuUynSyv
        1lSbhIuBCy9XRrHILU0oZ3V8YEi23jSsdI5lfwakClbtnOql3DopOh0lzRoR0Whr
        fxhgXyXPpuasmOz/26dzjgIxXn1/AgMBAAECgYBk57WyziuYzyQkTSZ8Lue+flPi
        jfsjab6ekWfBeXpOjoPyZfSVujp3aS/QdSvhmJ+lAo47pYZFOn590BpAMW++2D76
        HChE1UlHwx5H2+udzCy4PSxAWPY0X5z/P82B4TmHOOJY2InIcV6mogr0NLtV+YHZ
        +svWOU37y5m8ZT2NgQJBANacVSyNraU/7PpG7HZH/cJCPW0lt9iaC2TkdSRfX+SR
        HJNjgsV18qwGr/rdnzSxoOEzxJgAuKfopVfYY0pcx68CQQDHJDSzqiVEXU18zbdO
        63t6jTPNqjXuisePLEzhbotOXWOgEKcThVfFFWc8/x22cpaBJ2TMC6xV2p+1xSGV
        pEsxAkBKjqVIhS/+aOb7TAh6TyhphHmyoZftOBcdRgEsUbYOwhsbWUblMsTL3sbk
        cHoO5Gbv1fxGknmUW86VZieYfgMhAkBWTj+0+fGKznENvM5MGsx6EYY5BSK4jlbs
        mwN61AD15o2NyonOcQTX+m2yxtImx0SpFtydfhWjY8vB6HyksP6RAkBy46PC+4hK
        64ioSUVpYEPmJxkzrjCn/CtvjhQFOv1S0WftrzCblAdlbjqwy4twfigfbxHI/dnS
        PinoWsjdCWDc
        -----END PRIVATE KEY-----
        """
}
