/** An API as a document of Swagger 2.0, with what most such documents use. */
export const SWAGGER = `swagger: "2.0"
info: { title: Pets, version: "1", description: All about pets. }
host: api.example.com
basePath: /v1
schemes: [http, https]
consumes: [application/json]
produces: [application/json]
security: [{ key: [] }, { token: [read] }]
tags: [{ name: pets, description: Pets. }]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      summary: Lists pets.
      parameters:
        - { name: ids, in: query, type: array, items: { type: integer } }
        - { name: tags, in: query, type: array, items: { type: string }, collectionFormat: multi }
        - { name: kinds, in: query, type: array, items: { type: string }, collectionFormat: pipes }
        - { name: colours, in: query, type: array, items: { type: string }, collectionFormat: ssv }
        - { name: limit, in: query, type: integer, maximum: 100, exclusiveMaximum: true, default: 10, description: How many. }
        - $ref: "#/parameters/Trace"
      responses:
        200:
          description: Pets.
          headers:
            X-Total: { type: integer, description: Of all. }
          schema: { type: array, items: { $ref: "#/definitions/Pet" } }
        default: { $ref: "#/responses/Failed" }
    post:
      operationId: addPet
      parameters:
        - { $ref: "#/parameters/Pet" }
      responses:
        201: { description: Added., schema: { $ref: "#/definitions/Pet" } }
        default: { $ref: "#/responses/Failed" }
  /pets/{id}/{parts}:
    parameters:
      - { name: id, in: path, required: true, type: string, format: uuid }
      - { name: parts, in: path, required: true, type: array, items: { type: string } }
    put:
      operationId: namePet
      consumes: [application/x-www-form-urlencoded]
      parameters:
        - { name: name, in: formData, required: true, type: string, maxLength: 20 }
        - { name: nicknames, in: formData, type: array, items: { type: string } }
        - { name: toys, in: formData, type: array, items: { type: string }, collectionFormat: multi }
      responses:
        204: { description: Named. }
    post:
      operationId: drawPet
      consumes: [multipart/form-data]
      produces: [image/png]
      security: [{ password: [] }]
      parameters:
        - { name: photo, in: formData, required: true, type: file, description: Of the pet. }
        - { name: caption, in: formData, type: string }
      responses:
        200: { description: Drawn., schema: { type: file } }
parameters:
  Trace: { name: X-Trace, in: header, type: array, items: { type: string } }
  Pet:
    name: pet
    in: body
    required: true
    description: A new one.
    schema: { $ref: "#/definitions/Pet" }
responses:
  Failed:
    description: It failed.
    schema:
      type: object
      required: [code]
      properties:
        code: { type: integer, minimum: 400 }
        details: { type: object, additionalProperties: { type: string } }
    examples:
      application/json: { code: 404 }
securityDefinitions:
  key: { type: apiKey, in: header, name: X-Key }
  password: { type: basic }
  token:
    type: oauth2
    flow: accessCode
    authorizationUrl: https://example.com/authorize
    tokenUrl: https://example.com/token
    scopes: { read: Reads. }
definitions:
  Pet:
    type: object
    discriminator: kind
    required: [kind, name]
    properties:
      kind: { type: string }
      id: { type: string, readOnly: true }
      name: { type: string, example: Rex, x-nullable: true }
      friend: { $ref: "#/definitions/Pet" }
  Cat:
    description: Purrs.
    allOf:
      - $ref: "#/definitions/Pet"
      - type: object
        properties:
          lives: { type: integer, minimum: 0, exclusiveMinimum: true }
  Dog:
    allOf:
      - $ref: "#/definitions/Pet"
      - type: object
        properties:
          size: { type: string, enum: [small, large], default: small }
`;

/** The same API, written by hand in OpenAPI 3.0. */
export const TWIN = `openapi: 3.0.3
info: { title: Pets, version: "1", description: All about pets. }
servers: [{ url: "https://api.example.com/v1" }, { url: "http://api.example.com/v1" }]
security: [{ key: [] }, { token: [read] }]
tags: [{ name: pets, description: Pets. }]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      summary: Lists pets.
      parameters:
        - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
        - { name: tags, in: query, schema: { type: array, items: { type: string } } }
        - { name: kinds, in: query, style: pipeDelimited, schema: { type: array, items: { type: string } } }
        - { name: colours, in: query, style: spaceDelimited, schema: { type: array, items: { type: string } } }
        - name: limit
          in: query
          description: How many.
          schema: { type: integer, maximum: 100, exclusiveMaximum: true, default: 10 }
        - $ref: "#/components/parameters/Trace"
      responses:
        "200":
          description: Pets.
          headers:
            X-Total: { description: Of all., schema: { type: integer } }
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Pet" } }
        default: { $ref: "#/components/responses/Failed" }
    post:
      operationId: addPet
      requestBody: { $ref: "#/components/requestBodies/Pet" }
      responses:
        "201":
          description: Added.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
        default: { $ref: "#/components/responses/Failed" }
  /pets/{id}/{parts}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string, format: uuid } }
      - { name: parts, in: path, required: true, schema: { type: array, items: { type: string } } }
    put:
      operationId: namePet
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [name]
              properties:
                name: { type: string, maxLength: 20 }
                nicknames: { type: array, items: { type: string } }
                toys: { type: array, items: { type: string } }
            encoding: { nicknames: { explode: false } }
      responses:
        "204": { description: Named. }
    post:
      operationId: drawPet
      security: [{ password: [] }]
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [photo]
              properties:
                photo: { type: string, format: binary, description: Of the pet. }
                caption: { type: string }
      responses:
        "200":
          description: Drawn.
          content: { image/png: { schema: { type: string, format: binary } } }
components:
  parameters:
    Trace: { name: X-Trace, in: header, schema: { type: array, items: { type: string } } }
  requestBodies:
    Pet:
      required: true
      description: A new one.
      content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
  responses:
    Failed:
      description: It failed.
      content:
        application/json:
          schema:
            type: object
            required: [code]
            properties:
              code: { type: integer, minimum: 400 }
              details: { type: object, additionalProperties: { type: string } }
          example: { code: 404 }
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    password: { type: http, scheme: basic }
    token:
      type: oauth2
      flows:
        authorizationCode:
          authorizationUrl: https://example.com/authorize
          tokenUrl: https://example.com/token
          scopes: { read: Reads. }
  schemas:
    Pet:
      type: object
      discriminator: { propertyName: kind }
      required: [kind, name]
      properties:
        kind: { type: string }
        id: { type: string, readOnly: true }
        name: { type: string, example: Rex, nullable: true }
        friend: { $ref: "#/components/schemas/Pet" }
    Cat:
      description: Purrs.
      allOf:
        - $ref: "#/components/schemas/Pet"
        - type: object
          properties:
            lives: { type: integer, minimum: 0, exclusiveMinimum: true }
    Dog:
      allOf:
        - $ref: "#/components/schemas/Pet"
        - type: object
          properties:
            size: { type: string, enum: [small, large], default: small }
`;
