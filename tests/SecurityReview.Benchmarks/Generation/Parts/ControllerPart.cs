namespace SecurityReview.Benchmarks.Generation.Parts;

/// <summary>The border of the application as a controller.</summary>
internal static class ControllerPart
{
    public static string Write(Entity entity, Dice dice) => new SourceText()
        .Add($$"""
            namespace {{entity.Namespace}};

            [ApiController]
            [Authorize]
            [Route("api/{{entity.Route}}")]
            public sealed class {{entity.Name}}Controller(I{{entity.Name}}Service service, ILogger<{{entity.Name}}Controller> logger) : ControllerBase
            {
            [HttpGet("{id:int}")]
            public async Task<ActionResult<{{entity.Name}}Response>> Get(int id, CancellationToken cancellation)
            {
            try
            {
            return Ok(await service.GetAsync(id, cancellation));
            }
            catch (NotFoundException exception)
            {
            logger.LogInformation(exception, "Nothing found for {Id}", id);
            return NotFound();
            }
            }

            [HttpGet]
            public async Task<ActionResult<Page<{{entity.Name}}Response>>> Search([FromQuery] {{entity.Name}}Filter filter, CancellationToken cancellation)
            {
            if (filter.Size is < 1 or > 100)
            return BadRequest("The size is out of range.");
            var page = await service.SearchAsync(filter, cancellation);
            Response.Headers["X-Total-Count"] = page.Total.ToString(CultureInfo.InvariantCulture);
            return Ok(page);
            }

            [HttpPost]
            public async Task<IActionResult> Create([FromBody] {{entity.Name}}Request request, CancellationToken cancellation)
            {
            try
            {
            var created = await service.CreateAsync(request, cancellation);
            return CreatedAtAction(nameof(Get), new { id = created.Id }, created);
            }
            catch (RuleViolationException exception)
            {
            logger.LogWarning(exception, "Rejected {Name}", request.Name.Length);
            return BadRequest(new ProblemDetails { Title = "The request breaks a rule." });
            }
            }

            [HttpPut("{id:int}")]
            public async Task<IActionResult> Update(int id, [FromBody] {{entity.Name}}Request request, CancellationToken cancellation)
            {
            if (!ModelState.IsValid)
            return ValidationProblem();
            var updated = await service.UpdateAsync(id, request, cancellation);
            return updated is null ? NotFound() : Ok(updated);
            }

            [HttpGet("forecast")]
            public async Task<IActionResult> Forecast([FromQuery] int days, CancellationToken cancellation) =>
            Ok(new { days, amount = await service.ForecastAsync(Math.Clamp(days, 1, {{dice.Between(30, 365)}}), cancellation) });

            [HttpGet("{id:int}/text")]
            public async Task<IActionResult> Describe(int id, CancellationToken cancellation)
            {
            var text = await service.DescribeAsync(id, cancellation);
            return string.IsNullOrEmpty(text) ? NotFound() : Content(text, "text/plain");
            }
            }
            """)
        .ToString();
}
