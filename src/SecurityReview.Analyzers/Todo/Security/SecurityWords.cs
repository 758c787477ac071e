using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>The vocabulary of security and of its look-alikes. The form of the lines is that of <see cref="WordPhrase"/>.</summary>
internal static partial class SecurityWords
{
    /// <summary>Phrases that leave no doubt.</summary>
    public static PhraseSet Telling { get; } = PhraseSet.OfLines(
        """
        auth|authn|authz
        authenticat*|unauthenticat*|reauthenticat*
        authoriz*|authoris*|unauthoriz*|unauthoris*
        single sign
        two|multi factor
        2fa|mfa
        require*|enforce*|needs login|logon|signin
        permission|permissions
        privilege|privileges|privileged
        access control|controls|right|rights|check|checks|policy|policies|restriction|restrictions|denied
        restrict*|limit*|deny|denies|grant|grants|revoke|revokes _ access
        acl|acls|rbac
        forbidden
        only|just admin|admins|administrators|owners
        admin|admins|owner|owners only
        restrict* _ admin|admins|administrator|administrators|owner|owners|role|roles|user|users
        check*|verif*|require*|validat*|enforce*|ensure* _ role|roles|claim|claims|scope|scopes
        user|users|caller|callers|client|customer|member|members|requester _ allowed|permitted|entitled|eligible
        anyone|anybody can|could|may
        any|other|another|every user|users|customer|customers|member|members|caller can|could|may
        allow* anonymous
        anonymous access|user|users|caller|callers|request|requests
        secure this|the|these|that|all _ endpoint*|api*|route*|page|pages|action*|controller*|method*|call|calls|service*|connection*|hub
        protect this|the|these|that|all _ endpoint*|api*|route*|page|pages|action*|controller*|hub
        not secure
        make _ secure

        check*|verif*|validat*|ensure*|enforce*|confirm*|assert*|compar*|test _ owner|owners|ownership|owned|owns|belong|belongs
        ownership check*|test*|missing|unchecked|rule*
        missing|no owner|ownership check|checks|test
        belong|belongs to _ caller|user|users|tenant|owner|customer|organization|organisation|somebody|someone|me
        tenant isolation|check|checks|filter|filters|leak*|boundary|boundaries|guard|scoping
        cross tenant*
        other|another|wrong|foreign tenant|tenants
        between tenants
        check*|verif*|filter*|restrict*|limit*|isolat*|enforce*|separat* _ tenant|tenants|tenancy

        validat*|sanit*|unvalidated|unchecked|check*|verif* user input|inputs
        validat*|sanit*|unvalidated|unsanitized|unsanitised|untrusted _ input|inputs
        input|inputs _ validat*|sanit*
        input|inputs validat*|sanit*
        validat*|sanit* _ upload*|redirect*|payload|querystring
        validat*|sanit* _ query string
        validat*|check* _ model state
        sanitiz*|sanitis*|unsanitiz*|unsanitis*
        untrusted
        trust boundary|boundaries
        dont|don|never|not trust
        blindly trust*
        html|attribute|javascript|output encod*
        escap* _ html|sql|javascript|quotes|quote|ldap|shell|output
        escap* _ input|inputs

        encrypt*|decrypt*|unencrypted|reencrypt*
        cipher|ciphers|ciphertext
        cryptograph*
        plaintext|cleartext
        secret|secrets
        password|passwords|passwd|pwd|passphrase*
        credential|credentials
        api|private|signing|encryption|master|symmetric key|keys
        hard coded|code|coding _ key|keys|token|tokens|user|users|login|connection|salt|admin|account|iv
        hardcod* _ key|keys|token|tokens|user|users|login|connection|salt|admin|account|iv
        rotat* _ key|keys
        key rotation|vault|derivation
        sensitive data|information|info|field|fields|value|values|content
        pii
        personal data
        leak* _ exception|exceptions|stack|detail|details|information|internals
        stack trace|traces _ client|clients|user|users|response|caller

        sql|command|script|code|html|ldap|xpath|xml|header|log|crlf|template|nosql|shell|prompt|query|formula|csv|expression|javascript|js injection|injections
        injection attack*|vulnerab*|safe|risk|risks|prevent*|protect*
        prevent*|avoid*|against _ injection|injections
        sqli|xss|csrf|xsrf|ssrf|xxe|idor|toctou
        cross site
        anti forgery
        antiforgery
        request forgery
        parameteri*|parametri* _ sql|query|queries|statement|statements|command
        time of check
        double spend*

        security
        insecure*
        vulnerab*
        exploitable|exploits|exploited
        malicious*
        tamper*
        spoof*
        impersonat*
        session|cookie|click|dll hijack*|fixation
        clickjacking
        backdoor*
        penetration test*
        owasp|cve
        path|directory traversal
        zip slip
        open redirect*
        denial of service
        timing|replay|injection|dos|ddos|force|dictionary|phishing|spoofing|downgrade|padding attack|attacks
        brute force _ login|logins|password|passwords|protect*
        constant time _ compar*|equal*
        compar* _ constant time
        unsafe|insecure deserial*
        certificate|certificates|cert|certs|tls|ssl|signature _ validation|verification|pinning
        validat*|verif*|check* _ certificate|certificates|cert|certs|tls|ssl
        accept*|trust*|ignor* _ certificate|certificates|cert|certs|ssl
        self signed
        httponly|samesite
        http only
        same site
        secure cookie|cookies|flag
        restrict*|limit*|tighten*|lock* _ cors|origin|origins
        cors _ restrict*|lock*|tight*|open
        allow* any origin|origins
        account lockout
        """);

    /// <summary>
    /// Words that have another meaning as well, each with the family that it counts for: two of a family are one.
    /// </summary>
    public static ImmutableDictionary<string, string> AmbiguousWords { get; } = Families(
        """
        injection: injection injections
        token: token tokens
        signature: signature signatures
        escape: escape escaping unescaped escaped
        race: race races racy
        access: access
        attack: attack attacks attacker attackers
        exploit: exploit
        crypto: crypto
        certificate: certificate certificates
        bearer: jwt jwts bearer oauth oauth2 openid oidc
        cors: cors
        salt: salt salted
        check: check checks checked verify verified validate validated validation verification
        user: user users caller callers
        admin: admin admins administrator administrators role roles
        login: login logins logon signin logout
        owner: owner owners ownership tenant tenants
        cookie: cookie cookies session sessions
        trust: trust trusted secure
        """);

    /// <summary>The families whose words say so little that two of them make one ambiguous word.</summary>
    public static ImmutableHashSet<string> VagueFamilies { get; } =
        ImmutableHashSet.Create(StringComparer.Ordinal, "check", "user", "admin", "login", "owner", "cookie", "trust");

    private static ImmutableDictionary<string, string> Families(string lines)
    {
        var families = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n').Select(line => line.Trim()))
        {
            var colon = line.IndexOf(':');
            foreach (var word in line.Substring(colon + 1).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                families[word] = line.Substring(0, colon);
        }

        return families.ToImmutable();
    }
}
