namespace SecurityReview.Analyzers.Todo.Security;

internal static partial class SecurityWords
{
    /// <summary>Phrases of other trades that are made of the same words. They are taken out before anything else is read.</summary>
    public static PhraseSet Harmless { get; } = PhraseSet.OfLines(
        """
        cancellation|lexer|lexical|parser|syntax|xml|json|metadata|continuation|xaml|html|css|razor|template|format|placeholder|string|number|text|keyword|identifier|literal|end|start|open|close|next|current|previous|prev|last|first|eof|comma|design|max|min|trailing|leading|skipped|missing|punctuation|operator|whitespace|preprocessor|special|output|prompt|stop|total token|tokens
        token count|counts|budget|limit|limits|window|usage|kind|kinds|stream|streams|list|lists|index|position|span|parser|reader|writer|buffer|precedence|replacement|substitution|source|sequence|spans|boundary|boundaries
        dependency|constructor|ctor|property|method|service|fault|error|parameter|setter|field|fuel|interface|di|framework injection|injections
        method|function|delegate|overload|constructor|type|member|call|api|event|property|generic|callback|handler|operator|mail|email|key|time|lambda|ctor|parameter|interface|extension signature|signatures
        signature of _ method|methods|function|functions|delegate|overload|overloads|constructor|handler|callback|member|members|property|lambda
        signature help|file|files
        chang*|adapt*|simplify|fix _ signature
        signature _ chang*
        escape key|keys|sequence|sequences|char|chars|character|characters|code|codes|hatch|analysis|room|button|velocity|from
        escaped char|chars|character|characters|string|newline|newlines|unicode|identifier|identifiers|space|spaces
        press|presses|pressing|pressed|hit|hits|hitting _ escape
        null|nulls|bounds|range|type|spell|health|sanity|status|version|length|size|syntax|availability|compatibility|existence|nullability|spelling check|checks|checking
        check in|out|box|boxes|list|lists|mark|marks|sum|sums|point|points|ins|outs
        check for null|nulls|bounds|overflow|updates|existence|performance
        user experience|experiences|interface|interfaces|control|controls|setting|settings|preference|preferences|defined|story|stories|agent|agents|manual|code|friendly|facing|space|mode|feedback|documentation|culture|locale|language|timezone|zone|directory|folder|home
        end user|users
        user time zone
        access modifier|modifiers|violation|violations|time|times|pattern|patterns|speed|layer|date|point|points|method|methods|syntax
        random|member|array|data|property|file|memory|disk|field|network|direct|last|concurrent|element|index|indexed|sequential|database|db|cache|ms|microsoft|internet|hardware|register|quick|fast|easy|slow|thread|parallel|mutual|multithreaded|simultaneous|nested|null|pointer|unaligned|table|column access
        address|thread|memory|undefined sanitiz*
        input box|boxes|control|controls|element|elements|focus|device|devices|system|manager|action|actions|key|keys|mouse|shape|shapes|tensor|dimension|dimensions
        password|passwords box|boxes|char|field|fields|control|controls|label|labels|textbox|edit|editor|hint|column|placeholder|icon|style|reveal|prompt|dialog
        secret santa|sauce|level|levels|door|room|rooms|area|ending|passage
        crypto currency|currencies|coin|coins|price|prices|exchange|exchanges|wallet|wallets|market
        owner window|form|draw|drawn|control|thread|process|handle|element|node
        owner|ownership|owns|owned _ buffer|buffers|memory|handle|handles|stream|streams|lock|mutex|pointer|thread|disposable|lease
        system security
        security id|ids|identifier|identifiers|price|prices|master|symbol|symbols|ticker|tickers|isin|holding|holdings|exchange|trade|trades|order|orders|number|numbers|quote|quotes
        social security
        attack animation|animations|range|speed|damage|power|enemy|enemies|player|players|target|targets|cooldown|button|state|move|moves|combo|radius|distance|anim|delay|timer|phase
        exploit the|this|that|these|its|parallel*|local*|cache|simd|symmetry|knowledge|info*
        certificate of
        gift|birth|course|award certificate|certificates
        sensitive value|values _ case
        case|culture|time|context sensitive
        validat*|verif* _ checksum
        plain text file|files|editor|format|formatting|formatter|document|output|version
        test data|user|users
        sample data|user|users
        permission from|of _ author|authors|copyright|publisher
        """);

    /// <summary>Phrases that leave no doubt either, unless the trade of their first word's family is another one.</summary>
    public static PhraseSet Concurrency { get; } = PhraseSet.OfLines(
        """
        race condition|conditions
        data race|races
        """);

    /// <summary>Words around a comment that tell that the words of a family are terms of another trade; null where the family has no such trade.</summary>
    public static PhraseSet? TradeOf(string family) => family switch
    {
        "token" or "escape" => Trades.Languages,
        "signature" => Trades.Reflection,
        "race" => Trades.Races,
        "attack" => Trades.Games,
        _ => null,
    };

    /// <summary>The other trades. Apart from the rest, so that it is made when first asked for.</summary>
    private static class Trades
    {
        public static readonly PhraseSet Languages = PhraseSet.OfLines(
            """
            lexer*|lexing|parser|parsers|tokeniz*|tokenis*|syntax|grammar*|lookahead|scanner|trivia|keyword*|bracket*|brace|braces|paren*|comma|commas|semicolon*
            roslyn|compiler|regex|llm|embedding*|gpt|bpe|completion|keyboard|keypress|hotkey*|cancellation
            """);

        public static readonly PhraseSet Reflection = PhraseSet.OfLines(
            """
            method|methods|overload|overloads|delegate|delegates|reflection|symbol|symbols|roslyn|compiler|metadata|emit|lambda|midi|music|chord
            """);

        public static readonly PhraseSet Races = PhraseSet.OfLines(
            """
            car|cars|lap|laps|horse|horses|kart|karts|racer|racers|racing|runner|runners|vehicle|vehicles|bike|bikes|boat|boats|marathon|regatta|derby|podium
            finish line
            race track|results|day|start|winner|calendar|season
            human|elf|elves|dwarf|orc
            """);

        public static readonly PhraseSet Games = PhraseSet.OfLines(
            """
            player|players|enemy|enemies|monster*|boss|weapon*|damage|npc|game|games|unity|battle*|combat|chess|board|bishop|knight|queen|pawn|piece|pieces|sword
            """);
    }
}
